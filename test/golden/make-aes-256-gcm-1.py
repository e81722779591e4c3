"""Made the vectors for sealing with AES-256-GCM, once: from docs/format.md alone, and not with Lifeboat's own code."""
import base64, hashlib, hmac, json, os
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"lifeboat-aes-256-gcm/1\n"


def derive(key, salt, purpose):
    return HKDF(SHA256(), 32, salt, MAGIC[:-1] + b" " + purpose).derive(key)


def seal(plain, passphrase, iterations=600_000, chunk_size=65_536, last=1, empty_last=False):
    backup_salt, artifact_salt = os.urandom(32), os.urandom(32)
    key = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), backup_salt, iterations)
    head = MAGIC + iterations.to_bytes(4, "big") + backup_salt + artifact_salt
    head += hmac.digest(derive(key, artifact_salt, b"header"), head, "sha256")
    chunks = [plain[at : at + chunk_size] for at in range(0, len(plain), chunk_size)] or [b""]
    if empty_last:
        chunks.append(b"")
    cipher = AESGCM(derive(key, artifact_salt, b"payload"))
    sealed = head
    for number, chunk in enumerate(chunks):
        flag = last if number == len(chunks) - 1 else 0
        sealed += cipher.encrypt(number.to_bytes(11, "big") + bytes([flag]), chunk, None)
    return sealed


def pattern(size):
    return bytes(at * 7 % 251 for at in range(size))


def vector(name, expect, size, sealed, passphrase="a golden passphrase, known to everybody"):
    return dict(
        name=name, passphrase=passphrase, expect=expect, plainSize=size, sealed=base64.b64encode(sealed).decode()
    )


P = "a golden passphrase, known to everybody"
small = seal(pattern(500), P)
vectors = [
    vector("nothing", "success", 0, seal(b"", P)),
    vector("a few bytes", "success", 500, small),
    vector("a chunk and a byte", "success", 65_537, seal(pattern(65_537), P)),
    vector("more iterations", "success", 40, seal(pattern(40), P, iterations=700_001)),
    vector("a passphrase beyond ASCII", "success", 40, seal(pattern(40), "größer als 潮"), "größer als 潮"),
    vector("another passphrase", "access", 500, small, "a golden passphrase"),
    vector("too few iterations", "integrity", 40, seal(pattern(40), P, iterations=599_999)),
    vector("chunks of another size", "integrity", 200, seal(pattern(200), P, chunk_size=100)),
    vector("no mark on the last chunk", "integrity", 40, seal(pattern(40), P, last=0)),
    vector("another mark on the last chunk", "integrity", 40, seal(pattern(40), P, last=2)),
    vector("another version", "integrity", 500, small.replace(b"gcm/1\n", b"gcm/2\n", 1)),
    vector("a byte more", "integrity", 500, small + b"x"),
]
path = os.path.join(os.path.dirname(__file__), "aes-256-gcm-1.json")
with open(path, "x") as file:
    file.write(json.dumps(vectors, indent=2, ensure_ascii=False) + "\n")

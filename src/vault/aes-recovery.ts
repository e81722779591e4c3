/**
 * The program for pages on recovery by hand that opens what was sealed with AES-256-GCM. It needs python3 alone: for AES,
 * which python3 has not, it takes the package `cryptography` where that is installed, and else OpenSSL's library, which
 * python3 itself rests on. It is written apart from our own code, and from docs/format.md: tests hold one to the other.
 */
export const aesProgramName = 'open-aes.py'

export const aesProgram: readonly string[] = String.raw`# Opens what Lifeboat sealed with AES-256-GCM.
#   python3 open-aes.py key FILE > key.txt     asks for the passphrase, and prints the key of the whole backup
#   python3 open-aes.py open key.txt FILE      writes what FILE holds to standard output
import getpass, hashlib, hmac, sys

MAGIC = b"lifeboat-aes-256-gcm/1\n"  # then: iterations (4 bytes), salt of the backup, salt of the file, MAC (32 each)
CHUNK = 65536 + 16

def derive(backup_key, head, purpose):  # HKDF-SHA-256
    secret = hmac.digest(head[-64:-32], backup_key, "sha256")
    return hmac.digest(secret, b"lifeboat-aes-256-gcm/1 " + purpose + b"\x01", "sha256")

def fits(backup_key, head):
    mac = hmac.digest(derive(backup_key, head, b"header"), head[:-32], "sha256")
    return hmac.compare_digest(mac, head[-32:])

def opener(key):
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        return lambda nonce, chunk: AESGCM(key).decrypt(nonce, chunk, None)
    except ImportError:
        pass
    import ctypes, ctypes.util
    crypto = ctypes.CDLL(ctypes.util.find_library("crypto") or "libcrypto.so.3")
    crypto.EVP_CIPHER_CTX_new.restype = crypto.EVP_aes_256_gcm.restype = ctypes.c_void_p
    context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
    cipher = ctypes.c_void_p(crypto.EVP_aes_256_gcm())
    def open_chunk(nonce, chunk):
        size, plain = ctypes.c_int(), ctypes.create_string_buffer(len(chunk))
        end = ctypes.create_string_buffer(16)
        good = (
            crypto.EVP_DecryptInit_ex(context, cipher, None, key, nonce) == 1
            and crypto.EVP_DecryptUpdate(context, plain, ctypes.byref(size), chunk[:-16], len(chunk) - 16) == 1
            and crypto.EVP_CIPHER_CTX_ctrl(context, 17, 16, chunk[-16:]) == 1  # the tag that must come out
            and crypto.EVP_DecryptFinal_ex(context, end, ctypes.byref(size)) == 1
        )
        if not good:
            raise ValueError
        return plain.raw[: len(chunk) - 16]
    return open_chunk

action, path = sys.argv[1], sys.argv[-1]
file = open(path, "rb")
head = file.read(len(MAGIC) + 4 + 3 * 32)
if len(head) < len(MAGIC) + 100 or not head.startswith(MAGIC):
    sys.exit(path + ": this is not sealed with AES-256-GCM by Lifeboat")
if action == "key":
    iterations = int.from_bytes(head[len(MAGIC) : len(MAGIC) + 4], "big")
    passphrase = getpass.getpass("Passphrase: ").encode()
    backup_key = hashlib.pbkdf2_hmac("sha256", passphrase, head[-96:-64], iterations)
    if not fits(backup_key, head):
        sys.exit("the passphrase is wrong, or the file is damaged")
    print(backup_key.hex())
else:
    backup_key = bytes.fromhex(open(sys.argv[2]).read().strip())
    if not fits(backup_key, head):
        sys.exit(path + ": the key does not fit, or the file is damaged")
    open_chunk = opener(derive(backup_key, head, b"payload"))
    count, chunk = 0, file.read(CHUNK)
    while True:
        following = file.read(CHUNK)
        try:
            # Its number in 11 bytes, then whether it is the last.
            plain = open_chunk((count * 256 + (not following)).to_bytes(12, "big"), chunk)
        except Exception:
            plain = None
        if plain is None or (plain == b"" and count > 0):
            sys.exit(path + ": damaged or cut short")
        sys.stdout.buffer.write(plain)
        if not following:
            break
        count, chunk = count + 1, following
    sys.stdout.buffer.flush()`.split('\n')

/** Commands that put the program into a file. */
export function writeAesProgram(): string[] {
  return [`cat > ${aesProgramName} <<'END_OF_PROGRAM'`, ...aesProgram, 'END_OF_PROGRAM']
}

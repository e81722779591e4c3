untrusted comment: signature by Lifeboat, check it with minisign -V
RUS9Ij8KO5td9hf9Mi3br5GwnN1f4iA/nc/enal+CWF400WalnCEE3DGFPah/5Wz0x/uAaTuiLmkFleuP29U9D0i2Dm8RMJ10wc=
trusted comment: lifeboat proof production/proofs/20261121T101500Z-k3f9x/20261121T120000Z
kVVDvUNyY+DnRDkZDBUvuSq6WZ5JdtVpc6TtKF8v9hv80yLCLpZyecqAE6R+bUWwqCax+0ELNHSwYGwNY0W9CQ==

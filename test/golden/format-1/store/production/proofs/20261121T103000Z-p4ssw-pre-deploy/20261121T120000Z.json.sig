untrusted comment: signature by Lifeboat, check it with minisign -V
RUS9Ij8KO5td9vjN+BKhN6TnQ7z/hqPPN+40tlVGcbTh7Sdgc0pycIGt+WWBv3rKAE3TyGNOuUNQ5SrbxGwbcfVGY0W/BvJLowc=
trusted comment: lifeboat proof production/proofs/20261121T103000Z-p4ssw-pre-deploy/20261121T120000Z
t5dTKa8YpD37v32MiouVSm/Do44bsx0xRQUXnGHMCdX2N5IxpEHMNJARzh9Ns/9gzV7rzvZsi9GgzMFI3paQAQ==

untrusted comment: signature by Lifeboat, check it with minisign -V
RUS0oEARONvkTpjLhaYKq7xZYyPUn026F5cW7qrYEeIouCBCOoglNYVJ5S2bK7BNo0B+Swr4Fmu1OBvu4Yp49VsLoezZRP7yhgA=
trusted comment: lifeboat manifest production/20261121T103000Z-p4ssw-pre-deploy
sqQgJtUcKrwNgOxQLfvJhh9j0xX+EbgLsIp6jbuWn/iVjwNBna5rAbLN+iAj9Y5+y9UGXm+ad46tSyPx1O/yCA==

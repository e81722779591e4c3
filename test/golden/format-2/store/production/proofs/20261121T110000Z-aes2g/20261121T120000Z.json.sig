untrusted comment: signature by Lifeboat, check it with minisign -V
RUTxNlxTXedqwvVSEinzxzzufrJg2uD+Toc/dZa6JT0ntyhDLiWYO/uazGkiWvKu9rbsZpLjIgQbOhU8spWZwMhAq35Ko9zdwgY=
trusted comment: lifeboat proof production/proofs/20261121T110000Z-aes2g/20261121T120000Z
jTZVK+I2tJC9gp7/yGQNC0PoC0auAnkoT/3Zo45NUajWvPoCXeVJljPmqU7o6IDL/a7tu10Dwga5XJofZ7PhAQ==

import { describe, expect, it } from 'vitest'
import { secretsInUrl } from '../../src/domain/url-secrets.ts'

describe('the password of a URL', () => {
  it.each([
    ['postgres://app:hunter2@db/shop', ['hunter2']],
    ['postgres://app:s3cr%2Ft@db/shop', ['s3cr%2Ft', 's3cr/t']],
    ['postgres://app:100%@db/shop', ['100%']],
    ['postgres://app:a^b@db/shop', ['a^b', 'a%5Eb']],
    ['postgres://app:pa@ss@db/shop', ['pa@ss', 'pa%40ss']],
    ['postgres://app:one/two@db/shop', ['one/two']],
    ['postgres://:hunter2@/shop?host=/run/postgresql', ['hunter2']],
    ['postgres://app@db/shop?sslmode=require&password=a%20b', ['a%20b', 'a b']],
    ['postgres:///shop?password=a+b', ['a+b', 'a b']],
    ['unix://:hunter2@/run/redis.sock', ['hunter2']],
    ['postgres://app@db/shop?sslmode=require&sslpassword=opens%2Fkey', ['opens%2Fkey', 'opens/key']],
    ['postgres://app:hunter2@db/shop?SSLPassword=key+2#x', ['hunter2', 'key+2', 'key 2']],
    ['https://ghp_0123456789@github.com/o/r.git', ['ghp_0123456789']],
    ['https://to%2Fken:@git.example/r', ['to%2Fken', 'to/ken']],
    ['https://ghp_0123456789:x-oauth-basic@github.com/o/r', ['ghp_0123456789']],
    ['https://push.example/hook?access_token=abc%3Ddef&n=1', ['abc%3Ddef', 'abc=def']],
    ['https://b.example/o?X-Amz-Signature=0123abcd&X-Amz-Expires=600', ['0123abcd']],
  ])('%s is found in every form', (url, forms) => {
    expect(secretsInUrl(url)).toEqual(expect.arrayContaining(forms))
  })

  it.each([
    'shop',
    'postgres://app@db:5432/shop',
    'https://db:8080/a?b=c',
    'https://db:8080/a?key=1&sslkey=client.key',
    'postgres://app@db/shop?sslmode=verify-full&sslkey=client.key&require_auth=scram-sha-256',
    'DefaultEndpointsProtocol=https',
  ])('there is none in %s', (text) => {
    expect(secretsInUrl(text)).toEqual([])
  })
})

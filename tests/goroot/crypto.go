// Ciphers, signatures and key exchange of a Go installation's crypto packages.
package main

import (
	"bytes"
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/pbkdf2"
	"crypto/sha256"
	"crypto/sha3"
	"fmt"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	key := []byte("sixteen byte key")
	text := []byte("the quick brown fox jumps over the lazy dog 0123")
	block := must(aes.NewCipher(key))
	out := make([]byte, len(text))
	cipher.NewCBCEncrypter(block, key).CryptBlocks(out, text)
	fmt.Printf("%x\n", out)
	cipher.NewCBCDecrypter(block, key).CryptBlocks(out, out)
	fmt.Println(bytes.Equal(out, text))
	cipher.NewCTR(block, key).XORKeyStream(out, text)
	fmt.Printf("%x\n", out)
	gcm := must(cipher.NewGCM(block))
	sealed := gcm.Seal(nil, key[:12], text, []byte("more"))
	fmt.Printf("%x\n", sealed)
	opened, err := gcm.Open(nil, key[:12], sealed, []byte("more"))
	fmt.Println(bytes.Equal(opened, text), err)
	sealed[3] ^= 1
	_, err = gcm.Open(nil, key[:12], sealed, []byte("more"))
	fmt.Println(err)

	sum := sha3.Sum256(text)
	fmt.Printf("%x\n", sum)
	fmt.Printf("%x\n", must(hkdf.Key(sha256.New, key, []byte("salt"), "info", 20)))
	fmt.Printf("%x\n", must(pbkdf2.Key(sha256.New, "password", []byte("salt"), 10, 20)))

	private := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, 32))
	public := private.Public().(ed25519.PublicKey)
	signature := must(private.Sign(nil, text, crypto.Hash(0)))
	fmt.Printf("%x\n%x\n", public, signature)
	fmt.Println(ed25519.Verify(public, text, signature), ed25519.Verify(public, text[1:], signature))

	a := must(ecdh.X25519().NewPrivateKey(bytes.Repeat([]byte{1}, 32)))
	b := must(ecdh.X25519().NewPrivateKey(bytes.Repeat([]byte{2}, 32)))
	fmt.Printf("%x\n", must(a.ECDH(b.PublicKey())))
	fmt.Println(bytes.Equal(must(a.ECDH(b.PublicKey())), must(b.ECDH(a.PublicKey()))))
	c := must(ecdh.P256().NewPrivateKey(bytes.Repeat([]byte{3}, 32)))
	fmt.Printf("%x\n", c.PublicKey().Bytes())
	fmt.Println(elliptic.P384().Params().Name, elliptic.P384().Params().BitSize)
}

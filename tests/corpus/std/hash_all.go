// Hash functions: published and other texts in pieces, saved states, copies, keys, checksums.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"io"
	"strings"
)

type named struct {
	name string
	new  func() hash.Hash
}

var all = []named{
	{"md5", md5.New}, {"sha1", sha1.New}, {"sha256", sha256.New}, {"sha224", sha256.New224},
	{"sha512", sha512.New}, {"sha384", sha512.New384}, {"sha512/224", sha512.New512_224}, {"sha512/256", sha512.New512_256},
	{"adler32", func() hash.Hash { return adler32.New() }},
	{"crc32", func() hash.Hash { return crc32.NewIEEE() }},
	{"crc32c", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) }},
	{"crc32k", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) }},
	{"crc64iso", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) }},
	{"crc64ecma", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) }},
	{"fnv32", func() hash.Hash { return fnv.New32() }}, {"fnv32a", func() hash.Hash { return fnv.New32a() }},
	{"fnv64", func() hash.Hash { return fnv.New64() }}, {"fnv64a", func() hash.Hash { return fnv.New64a() }},
	{"fnv128", fnv.New128}, {"fnv128a", fnv.New128a},
	{"hmac", func() hash.Hash { return hmac.New(sha256.New, []byte("key")) }},
	{"hmac long", func() hash.Hash { return hmac.New(md5.New, []byte(strings.Repeat("key", 50))) }},
}

// stream is no real hash function.
type stream struct{ bytes.Buffer }

func (*stream) BlockSize() int { return 1 }

func text(n int) []byte {
	b := make([]byte, n)
	x := uint32(n)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

func main() {
	for _, h := range all {
		d := h.new()
		fmt.Println(h.name, d.Size(), d.BlockSize())
		for _, s := range []string{"", "a", "abc", "The quick brown fox jumps over the lazy dog"} {
			d.Reset()
			io.WriteString(d, s)
			fmt.Printf("  %q %x\n", s, d.Sum([]byte{0xff}))
		}
		// All lengths around the blocks' ends.
		total := h.new()
		for n := 50; n < 270; n++ {
			d.Reset()
			d.Write(text(n))
			total.Write(d.Sum(nil))
		}
		fmt.Printf("  lengths %x\n", total.Sum(nil))
		// In pieces, with a copy and a saved state on the way.
		big := text(100_003)
		d.Reset()
		for at, step := 0, 1; at < len(big); step = step*3 + 1 {
			end := min(at+step, len(big))
			d.Write(big[at:end])
			at = end
			if step == 1093 {
				c, err := d.(hash.Cloner).Clone()
				c.Write([]byte("x"))
				fmt.Printf("  clone %x %v\n", c.Sum(nil), err)
			}
			m, ok := d.(encoding.BinaryMarshaler)
			if !ok {
				continue
			}
			state, err := m.MarshalBinary()
			same, _ := d.(encoding.BinaryAppender).AppendBinary([]byte("pre"))
			d = h.new()
			if err != nil || string(same[3:]) != string(state) || d.(encoding.BinaryUnmarshaler).UnmarshalBinary(state) != nil {
				fmt.Println("  state", err)
			}
		}
		fmt.Printf("  big %x\n", d.Sum(nil))
		d.Reset()
		d.Write([]byte("hello"))
		if m, ok := d.(encoding.BinaryMarshaler); ok {
			b, _ := m.MarshalBinary()
			fmt.Printf("  state %x\n", b)
			u := d.(encoding.BinaryUnmarshaler)
			fmt.Println(" ", u.UnmarshalBinary(nil), "|", u.UnmarshalBinary(b[:len(b)-1]), "|", u.UnmarshalBinary(append([]byte("zzzz"), b[4:]...)))
		}
	}
	// The short ways.
	b := []byte("message digest")
	fmt.Printf("%x\n%x\n%x\n%x\n", md5.Sum(b), sha1.Sum(b), sha256.Sum256(b), sha256.Sum224(b))
	fmt.Printf("%x\n%x\n%x\n%x\n", sha512.Sum512(b), sha512.Sum384(b), sha512.Sum512_224(b), sha512.Sum512_256(b))
	fmt.Println(md5.Size, md5.BlockSize, sha1.Size, sha1.BlockSize, sha256.Size, sha256.Size224, sha256.BlockSize)
	fmt.Println(sha512.Size, sha512.Size224, sha512.Size256, sha512.Size384, sha512.BlockSize, adler32.Size, crc32.Size, crc64.Size)
	fmt.Println(adler32.Checksum(b), crc32.ChecksumIEEE(b), crc32.Checksum(b, crc32.IEEETable), crc32.Update(7, crc32.MakeTable(0xd5828281), b))
	fmt.Println(crc64.Checksum(b, crc64.MakeTable(crc64.ISO)), crc64.Update(7, crc64.MakeTable(0x95ac9329ac4bc9b5), b), uint32(crc32.IEEE))
	var h32 hash.Hash32 = fnv.New32a()
	var h64 hash.Hash64 = fnv.New64a()
	h32.Write(b)
	h64.Write(b)
	fmt.Println(h32.Sum32(), h64.Sum64(), crc32.NewIEEE().Sum32(), adler32.New().Sum32())
	var table *crc64.Table = crc64.MakeTable(crc64.ECMA)
	var table32 *crc32.Table = crc32.MakeTable(crc32.IEEE)
	fmt.Println(table[1], table32[255], table32 == crc32.IEEETable)
	var xof hash.XOF = &stream{}
	xof.Write(b)
	xof.Reset()
	fmt.Println(xof.BlockSize())
	// Keys.
	mac := hmac.New(sha1.New, []byte("secret"))
	mac.Write(b)
	want := mac.Sum(nil)
	got, _ := hex.DecodeString(hex.EncodeToString(want))
	fmt.Println(hmac.Equal(want, got), hmac.Equal(want, want[1:]), hmac.Equal(want, mac.Sum(nil)))
	func() {
		defer func() { fmt.Println(recover()) }()
		d := md5.New()
		hmac.New(func() hash.Hash { return d }, nil)
	}()
	// Without branches.
	x, y := []byte{1, 2, 3, 4}, []byte{1, 2, 3, 5}
	fmt.Println(subtle.ConstantTimeCompare(x, y), subtle.ConstantTimeCompare(x, x), subtle.ConstantTimeCompare(x, x[1:]), subtle.ConstantTimeSelect(1, 5, 6), subtle.ConstantTimeSelect(0, 5, 6))
	fmt.Println(subtle.ConstantTimeByteEq(3, 3), subtle.ConstantTimeByteEq(3, 4), subtle.ConstantTimeEq(-1, -1), subtle.ConstantTimeEq(-1, 1))
	fmt.Println(subtle.ConstantTimeLessOrEq(2, 2), subtle.ConstantTimeLessOrEq(3, 2), subtle.ConstantTimeLessOrEq(0, 1<<31-1))
	subtle.ConstantTimeCopy(0, x, y)
	fmt.Println(x)
	subtle.ConstantTimeCopy(1, x, y)
	fmt.Println(x, subtle.XORBytes(x, []byte{1, 1, 1}, y), x)
	subtle.WithDataIndependentTiming(func() { fmt.Println("called") })
	for _, f := range []func(){
		func() { subtle.ConstantTimeCopy(1, x, y[1:]) },
		func() { subtle.XORBytes(x[:1], x, y) },
		func() { subtle.XORBytes(x[1:], x, y[:3]) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

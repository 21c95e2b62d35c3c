// Random bytes and hash functions that differ from run to run: what holds of them always.
package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"hash"
	"hash/maphash"
	"io"
	"math/big"
	"strings"
)

type pair struct {
	a string
	b any
}

type byLength struct{}

func (byLength) Hash(h *maphash.Hash, s string) { maphash.WriteComparable(h, len(s)) }
func (byLength) Equal(x, y string) bool         { return len(x) == len(y) }

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("no entropy") }

func main() {
	b := make([]byte, 100_000)
	n, err := rand.Read(b)
	var count [256]int
	for _, c := range b {
		count[c]++
	}
	least := count[0]
	for _, c := range count {
		least = min(least, c)
	}
	fmt.Println(n, err, least > 200)
	c := make([]byte, 32)
	io.ReadFull(rand.Reader, c)
	fmt.Println(bytes.Equal(c, b[:32]))
	s, t := rand.Text(), rand.Text()
	fmt.Println(len(s), len(t), s != t, strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))

	limit := new(big.Int).Lsh(big.NewInt(5), 100)
	seen := map[string]bool{}
	for range 20 {
		k, err := rand.Int(rand.Reader, limit)
		if err != nil || k.Sign() < 0 || k.Cmp(limit) >= 0 {
			fmt.Println("Int", k, err)
		}
		seen[k.String()] = true
	}
	fmt.Println(len(seen))
	prime, err := rand.Prime(rand.Reader, 90)
	fmt.Println(prime.BitLen(), prime.ProbablyPrime(20), prime.Bit(88), err)
	_, err = rand.Prime(rand.Reader, 1)
	fmt.Println(err)
	_, err = rand.Int(failing{}, limit)
	fmt.Println(err)

	seed := maphash.MakeSeed()
	other := maphash.MakeSeed()
	fmt.Println(seed == seed, seed != other)
	text := strings.Repeat("some text ", 100)
	whole := maphash.String(seed, text)
	fmt.Println(whole == maphash.Bytes(seed, []byte(text)), whole == maphash.String(other, text), whole == maphash.String(seed, text[1:]))
	var h maphash.Hash
	h.SetSeed(seed)
	for i, at := 0, 0; at < len(text); i++ {
		end := min(at+i, len(text))
		h.WriteString(text[at:end])
		at = end
	}
	fmt.Println(h.Sum64() == whole, h.Seed() == seed, h.Size(), h.BlockSize() > 0)
	clone, err := h.Clone()
	h.Write([]byte("x"))
	h.WriteByte('y')
	fmt.Println(err, h.Sum64() == whole, h.Sum64() == maphash.String(seed, text+"xy"), len(h.Sum([]byte("12"))), len(clone.(hash.Cloner).Sum(nil)))
	h.Reset()
	fmt.Println(h.Sum64() == maphash.Bytes(seed, nil))
	var zero1, zero2 maphash.Hash
	fmt.Println(zero1.Sum64() == zero2.Sum64(), zero1.Seed() == zero2.Seed())

	same := maphash.Comparable(seed, pair{"x", 1}) == maphash.Comparable(seed, pair{strings.Repeat("x", 1), 1})
	differ := maphash.Comparable(seed, pair{"x", 1}) == maphash.Comparable(seed, pair{"x", "1"})
	fmt.Println(same, differ, maphash.Comparable(seed, 0.0) == maphash.Comparable(seed, -1/inf()))
	set := map[uint64]bool{}
	for i := range 10_000 {
		set[maphash.Comparable(seed, i)] = true
	}
	fmt.Println(len(set))
	var hasher maphash.Hasher[string] = byLength{}
	sum := func(hasher maphash.Hasher[string], s string) uint64 {
		var h maphash.Hash
		h.SetSeed(seed)
		hasher.Hash(&h, s)
		return h.Sum64()
	}
	fmt.Println(sum(hasher, "ab") == sum(hasher, "xy"), sum(hasher, "ab") == sum(hasher, "abc"), hasher.Equal("ab", "xy"))
	own := maphash.ComparableHasher[string]{}
	own.Hash(&h, "ab")
	fmt.Println(own.Equal("a", "b"))
	hasher = own
	fmt.Println(sum(hasher, "ab") == sum(hasher, "xy"), sum(hasher, "ab") == sum(hasher, "ab"), hasher.Equal("ab", "ab"))
	for _, f := range []func(){
		func() { maphash.String(maphash.Seed{}, "") },
		func() { h.SetSeed(maphash.Seed{}) },
		func() { maphash.Comparable(seed, any([]int{})) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	rand.Reader = strings.NewReader(strings.Repeat("0123456789", 5))
	fmt.Println(rand.Text())
	n, err = rand.Read(c[:4])
	fmt.Println(n, err, string(c[:4]))
}

func inf() float64 { x := 1e308; return x * 10 }

// The sequences of math/rand and math/rand/v2 for given seeds, with every method that draws.
package main

import (
	"bytes"
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
)

type digest uint64

func (d *digest) add(values ...any) {
	for _, c := range fmt.Sprintln(values...) {
		*d = (*d ^ digest(c)) * 1099511628211
	}
}

type short struct{ rand.Source }

func trap(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	for _, seed := range []int64{0, 1, -1, 42, 1 << 40, 2147483647} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println(seed, r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int(), r.Int63n(1e15), r.Int31n(1000), r.Intn(7), r.Intn(8), r.Intn(1<<40), r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64(), r.Perm(5))
		b := make([]byte, 11)
		n, err := r.Read(b)
		fmt.Println(n, err, b)
		z := rand.NewZipf(r, 1.5, 2, 1000)
		var d digest
		for range 700 {
			d.add(r.NormFloat64(), r.ExpFloat64(), r.Intn(1e6), r.Int63n(1<<62+1), r.Int31n(1<<30+1), z.Uint64())
		}
		order := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		fmt.Println(uint64(d), order)
		r.Seed(seed)
		fmt.Println(r.Uint64(), rand.New(short{rand.NewSource(seed)}).Uint64())
	}
	rand.Seed(1)
	fmt.Println(rand.Int63() >= 0, rand.Uint32() != rand.Uint32() || rand.Uint64() != 0, rand.Int31() >= 0, rand.Int() >= 0, rand.Int63n(1), rand.Int31n(1), rand.Intn(1), rand.Float64() < 1, rand.Float32() < 1, rand.NormFloat64() != rand.NormFloat64(), rand.ExpFloat64() > 0, len(rand.Perm(3)))
	n, err := rand.Read(make([]byte, 9))
	fmt.Println(n, err)
	rand.Shuffle(0, nil)
	var source rand.Source64 = rand.NewSource(5).(rand.Source64)
	fmt.Println(source.Uint64(), rand.NewZipf(nil, 1, 1, 1) == nil)

	for _, source := range []randv2.Source{randv2.NewPCG(1, 2), randv2.NewPCG(0, 1<<63), randv2.NewChaCha8([32]byte([]byte("chacha8: 32-byte seed for a test"))), randv2.NewChaCha8([32]byte{})} {
		r := randv2.New(source)
		fmt.Println(r.Int64(), r.Uint32(), r.Uint64(), r.Int32(), r.Int(), r.Uint(), r.Int64N(1e15), r.Uint64N(1<<63+5), r.Int32N(1000), r.Uint32N(1<<31), r.IntN(7), r.IntN(8), r.UintN(1<<40), r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64(), r.Perm(5))
		z := randv2.NewZipf(r, 3, 1.5, 1<<40)
		var d digest
		for range 700 {
			d.add(r.NormFloat64(), r.ExpFloat64(), r.IntN(1e6), r.Uint64N(1<<63+1), r.Uint32N(1<<30+1), z.Uint64())
		}
		order := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		fmt.Println(uint64(d), order)
	}
	p := randv2.NewPCG(3, 4)
	p.Uint64()
	state, err := p.MarshalBinary()
	fmt.Printf("%q %v\n", state, err)
	q := new(randv2.PCG)
	fmt.Println(q.UnmarshalBinary(state), p.Uint64() == q.Uint64(), q.UnmarshalBinary(state[1:]))
	state, err = q.AppendBinary([]byte("> "))
	fmt.Printf("%q %v\n", state, err)
	p.Seed(1, 2)
	fmt.Println(p.Uint64())

	c := randv2.NewChaCha8([32]byte([]byte("chacha8: 32-byte seed for a test")))
	for k := range 300 {
		if k%7 == 0 {
			b := make([]byte, k%13)
			n, err := c.Read(b)
			state, _ = c.AppendBinary(nil)
			if k%49 == 0 {
				fmt.Printf("%d %v %x %q\n", n, err, b, state)
			}
			d := new(randv2.ChaCha8)
			if err := d.UnmarshalBinary(state); err != nil {
				fmt.Println(err)
			}
			e, f := make([]byte, 20), make([]byte, 20)
			c.Read(e)
			d.Read(f)
			if !bytes.Equal(e, f) {
				fmt.Println("not the same after UnmarshalBinary", k)
			}
		}
		c.Uint64()
	}
	state, err = c.MarshalBinary()
	fmt.Printf("%q %v\n", state, err)
	fmt.Println(c.UnmarshalBinary(nil), c.UnmarshalBinary([]byte("readbuf:")), c.UnmarshalBinary([]byte("readbuf:\x01")), c.UnmarshalBinary([]byte("chacha8:")))
	c.Seed([32]byte{1})
	fmt.Println(c.Uint64())

	r, r2 := rand.New(rand.NewSource(1)), randv2.New(randv2.NewPCG(1, 1))
	trap(func() { r.Intn(0) })
	trap(func() { r.Int31n(-1) })
	trap(func() { r.Int63n(0) })
	trap(func() { r.Shuffle(-1, nil) })
	trap(func() { (*rand.Zipf)(nil).Uint64() })
	trap(func() { r2.IntN(0) })
	trap(func() { r2.Int32N(0) })
	trap(func() { r2.Int64N(0) })
	trap(func() { r2.UintN(0) })
	trap(func() { r2.Uint32N(0) })
	trap(func() { r2.Uint64N(0) })
	trap(func() { r2.Shuffle(-1, nil) })
	trap(func() { (*randv2.Zipf)(nil).Uint64() })
	trap(func() { randv2.N(-1) })
	type small uint8
	fmt.Println(r2.N(small(1)), r2.N(int64(1)), randv2.N(small(1)), randv2.IntN(1), randv2.Int64N(1), randv2.Uint64N(1), randv2.Int32N(1), randv2.Uint32N(1), randv2.UintN(1), randv2.Float64() < 1, randv2.Float32() < 1, len(randv2.Perm(4)))
	fmt.Println(randv2.Int64() >= 0, randv2.Int32() >= 0, randv2.Int() >= 0, randv2.Uint32() != randv2.Uint32() || randv2.Uint64() != randv2.Uint64() || randv2.Uint() != 0, randv2.NormFloat64() != randv2.NormFloat64(), randv2.ExpFloat64() > 0)
	randv2.Shuffle(0, nil)
}

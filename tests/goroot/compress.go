// Compression, checksums and images: loops over bytes, tables, packages that have assembly elsewhere.
package main

import (
	"bytes"
	"compress/gzip"
	"compress/lzw"
	"compress/zlib"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"strings"
)

func main() {
	text := []byte(strings.Repeat("concurrency is not parallelism; ", 60))
	for name, pack := range map[string]func(io.Writer) io.WriteCloser{
		"gzip": func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	} {
		var b bytes.Buffer
		w := pack(&b)
		w.Write(text)
		fmt.Println(name, w.Close(), len(text), b.Len())
		r, err := gzip.NewReader(&b)
		back, err2 := io.ReadAll(r)
		fmt.Println(err, err2, bytes.Equal(back, text))
	}
	var b bytes.Buffer
	z, _ := zlib.NewWriterLevel(&b, 9)
	z.Write(text)
	z.Close()
	fmt.Println(b.Len())
	r, err := zlib.NewReader(&b)
	back, err2 := io.ReadAll(r)
	fmt.Println(err, err2, bytes.Equal(back, text))
	b.Reset()
	l := lzw.NewWriter(&b, lzw.MSB, 8)
	l.Write(text)
	l.Close()
	back, err = io.ReadAll(lzw.NewReader(&b, lzw.MSB, 8))
	fmt.Println(bytes.Equal(back, text), err)

	h := fnv.New64a()
	h.Write(text)
	fmt.Println(crc32.ChecksumIEEE(text), crc32.Checksum(text, crc32.MakeTable(crc32.Castagnoli)),
		crc64.Checksum(text, crc64.MakeTable(crc64.ECMA)), adler32.Checksum(text), h.Sum64())

	m := image.NewRGBA(image.Rect(0, 0, 16, 16))
	draw.Draw(m, m.Bounds(), image.NewUniform(color.RGBA{10, 200, 30, 255}), image.Point{}, draw.Src)
	m.Set(3, 4, color.White)
	b.Reset()
	fmt.Println(png.Encode(&b, m), b.Len())
	again, err := png.Decode(&b)
	fmt.Println(again.Bounds(), again.At(3, 4), again.At(0, 0), err)
}

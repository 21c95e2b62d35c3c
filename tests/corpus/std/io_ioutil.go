package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"io/ioutil"
	"os"
	"path/filepath"
	"strings"
	"structs"
	"unsafe"
)

type header struct {
	_    structs.HostLayout
	kind uint8
	size uint32
}

func main() {
	dir, err := ioutil.TempDir("", "old*names")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	base := filepath.Base(dir)
	fmt.Println(strings.HasPrefix(base, "old"), strings.HasSuffix(base, "names"), len(base) > 8)

	file := filepath.Join(dir, "b.txt")
	fmt.Println(ioutil.WriteFile(file, []byte("hello\n"), 0o640))
	text, err := ioutil.ReadFile(file)
	fmt.Printf("%q %v\n", text, err)
	_, err = ioutil.ReadFile(filepath.Join(dir, "none"))
	fmt.Println(errors.Is(err, fs.ErrNotExist))

	f, err := ioutil.TempFile(dir, "a*.tmp")
	fmt.Println(err, filepath.Dir(f.Name()) == dir, filepath.Ext(f.Name()))
	f.WriteString("12345")
	f.Close()
	os.Mkdir(filepath.Join(dir, "c"), 0o755)

	infos, err := ioutil.ReadDir(dir)
	for _, i := range infos {
		fmt.Println(i.Name()[:1], i.IsDir(), i.IsDir() || i.Size() > 4)
	}
	fmt.Println(len(infos), err)
	infos, err = ioutil.ReadDir(filepath.Join(dir, "none"))
	fmt.Println(infos == nil, errors.Is(err, fs.ErrNotExist))

	all, err := ioutil.ReadAll(io.LimitReader(strings.NewReader("abcdef"), 4))
	fmt.Println(string(all), err)
	c := ioutil.NopCloser(strings.NewReader("x"))
	fmt.Println(c.Close())
	n, err := io.Copy(ioutil.Discard, strings.NewReader("gone"))
	fmt.Println(n, err)

	fmt.Println(unsafe.Sizeof(header{}), unsafe.Offsetof(header{}.size))
	fmt.Printf("%+v\n", header{kind: 1, size: 2})
}

// Errors, users, values and requests of URLs.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
)

func main() {
	e := &url.Error{Op: "Get", URL: "x y", Err: os.ErrDeadlineExceeded}
	fmt.Println(e, e.Timeout(), e.Temporary(), e.Unwrap(), errors.Is(e, os.ErrDeadlineExceeded))
	e.Err = context.Canceled
	fmt.Println(e.Timeout(), e.Temporary())
	var u url.URL
	fmt.Println(u.UnmarshalBinary([]byte("http://h:%zz")), u.UnmarshalBinary([]byte("http://u@h/p")), u.String())
	b, err := u.MarshalBinary()
	c, _ := u.AppendBinary([]byte("> "))
	fmt.Println(string(b), err, string(c))
	d := u.Clone()
	d.User = url.UserPassword("a b", "c:d@e")
	fmt.Println(u.User, d.User, d, d.Redacted())
	var n *url.URL
	fmt.Println(n.Redacted() == "", n.Clone() == nil)
	var ni *url.Userinfo
	pw, ok := ni.Password()
	fmt.Println(ni.Username(), pw, ok, url.User("").String(), url.UserPassword("", "").String())
	v := url.Values{}
	v.Set("a", "1")
	v.Add("a", "2 3")
	v.Add("b&", "é")
	v.Add("c", "")
	w := v.Clone()
	w.Del("a")
	w.Set("z", "")
	fmt.Println(v.Encode(), w.Encode(), v.Get("a"), v.Get("q"), v.Has("c"), v.Has("d"), url.Values(nil).Encode() == "", url.Values(nil).Clone() == nil)
	fmt.Println(url.EscapeError("%q"), url.InvalidHostError("x"), e.Error(), url.EscapeError("%").Error(), url.InvalidHostError("<").Error())
	for _, s := range []string{"", "*", "/a b", "a", "http://h", "//h/p", "http:o", "/a#b", "/%zz"} {
		u, err := url.ParseRequestURI(s)
		fmt.Printf("%q %v %v\n", s, u, err)
	}
	for _, s := range []string{"http://a b/", "http://h/ b", "ht!tp://x", "1http://x", ":x", "a b:c", "cache_object:foo", "http://[fe80::1%25en0]:8080/x?q=a+b%20c&d=%zz#f%C3%A9", "http://u:p%40@h:1/%2f/../x?"} {
		u, err := url.Parse(s)
		fmt.Println(u, err)
		if err == nil {
			fmt.Printf("%q %q %q %q %v %v\n", u.Hostname(), u.Port(), u.Path, u.RawPath, u.Query(), u.ForceQuery)
		}
	}
}

// URLs made by chance: parsed, resolved, joined, escaped.
package main

import (
	"fmt"
	"net/url"
	"strings"
)

var x uint32 = 1

func rnd(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }

func gen(pieces []string, n int) string {
	var b strings.Builder
	for range rnd(n) {
		b.WriteString(pieces[rnd(len(pieces))])
	}
	return b.String()
}

func main() {
	for c := 0; c < 256; c += 1 + c/24 {
		s := "a" + string([]byte{byte(c)}) + "b"
		u := url.URL{Scheme: "s", User: url.UserPassword(s, s), Host: s, Path: s, RawQuery: s, Fragment: s}
		fmt.Println(c, url.PathEscape(s), url.QueryEscape(s), u.String())
		for _, t := range []string{s, "//" + s, "//" + s + "@h", "//[" + s + "]", "//[fe80::1%25" + s + "]", "//[::1%25a%" + fmt.Sprintf("%02x", c) + "]", "//h%" + fmt.Sprintf("%02x", c), "/" + s, "?" + s, "#" + s, s + ":x", "x:" + s, "http://h:" + s, "http://h/" + s + "#" + s, "http://u:" + s + "@h"} {
			v, err := url.Parse(t)
			if v != nil {
				w := *v
				w.User = nil
				fmt.Printf("%q %#v %v %v\n", t, w, v.User, err)
			} else {
				fmt.Printf("%q %v\n", t, err)
			}
			if v != nil {
				fmt.Println(v)
			}
		}
		u = url.URL{Path: s, RawPath: s, Fragment: s, RawFragment: s}
		fmt.Println(u.EscapedPath(), u.EscapedFragment(), u.String())
	}
	pieces := []string{"http:", "https://", "//", "/", "/", "a", "b.c", "..", ".", "?", "#", "&", "=", "q", ":", "80", "@", "%41", "%2f", "%zz", "%", "%C3%A9", "é", " ", "+", ";", "[::1]", "[", "]", "mailto:", "x@y", "*", "%25", "HTTP:", "1", "-", "localhost", "%20", "../", "./", "a/../b", "///"}
	paths := []string{"a", "b", "/", "/", "..", ".", "../", "./", "//", "%2f", "c;d", ":", "é", "%"}
	base, _ := url.Parse("http://u:p@h/a/b/c?q=1#f")
	for i := 0; i < 90; i++ {
		s := gen(pieces, 9)
		u, err := url.Parse(s)
		fmt.Printf("%d %q %v\n", i, s, err)
		if err == nil {
			fmt.Printf("  %+q %q %q\n", []any{u.Scheme, u.Opaque, u.Host, u.Path, u.RawPath, u.RawQuery, u.Fragment, u.RawFragment, u.ForceQuery, u.OmitHost}, u.User, u)
			fmt.Println("  ", u.Hostname(), u.Port(), u.RequestURI(), u.EscapedPath(), u.EscapedFragment(), u.IsAbs(), u.Redacted(), u.Query())
			fmt.Println("  ", base.ResolveReference(u), u.ResolveReference(base))
			r, err := u.Parse(gen(pieces, 5))
			fmt.Println("  ", r, err)
			fmt.Println("  ", u.JoinPath(gen(paths, 5), gen(paths, 5)), u.JoinPath())
		}
		u, err = url.ParseRequestURI(s)
		fmt.Println("  ", u, err)
		p := gen(paths, 8)
		j, err := url.JoinPath(p, gen(paths, 6), gen(paths, 3))
		fmt.Printf("  %q %q %v %q\n", p, j, err, base.JoinPath(p))
		rp, err := base.Parse(p)
		fmt.Println(" ", rp, err)
		q := gen([]string{"a", "=", "&", ";", "%41", "%", "+", "b", "é"}, 9)
		v, err := url.ParseQuery(q)
		fmt.Printf("  %q %q %v %q\n", q, v, err, v.Encode())
		a, err := url.QueryUnescape(q)
		b, err2 := url.PathUnescape(q)
		fmt.Printf("  %q %v %q %v\n", a, err, b, err2)
		o := url.URL{Scheme: gen([]string{"s"}, 2), Host: gen([]string{"h", ":1", "[", "]"}, 3), Path: gen(paths, 5), RawPath: gen(paths, 3), Opaque: gen([]string{"o"}, 2), Fragment: gen(paths, 3), ForceQuery: rnd(3) == 0, OmitHost: rnd(2) == 0}
		if rnd(3) == 0 {
			o.RawPath = ""
			o.Opaque = ""
		}
		fmt.Printf("  %q %q %q\n", o.String(), o.RequestURI(), o.Hostname())
		c := o.Clone()
		_ = c
	}
}

// Package url takes URLs apart and puts them together: RFC 3986, with Go's liberties.
package url

import (
	"path"
	"strconv"
	"strings"
)

// Error is an error of an operation with a URL.
type Error struct {
	Op  string
	URL string
	Err error
}

// Unwrap is Err.
func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Error() string { return e.Op + " " + strconv.Quote(e.URL) + ": " + e.Err.Error() }

// Timeout reports whether Err says that it is a timeout.
func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary reports whether Err says that it is temporary.
func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// A URL is [scheme:][//[userinfo@]host][/]path[?query][#fragment] or scheme:opaque[?query][#fragment].
type URL struct {
	Scheme      string
	Opaque      string
	User        *Userinfo
	Host        string
	Path        string // not escaped
	Fragment    string // not escaped
	RawQuery    string
	RawPath     string // escaped, where it is not what escaping Path gives
	RawFragment string // likewise
	ForceQuery  bool   // a ? also without a query
	OmitHost    bool   // no // for an empty host
}

// Userinfo is a name and perhaps a password. It is not changed.
type Userinfo struct {
	username    string
	password    string
	passwordSet bool
}

// User is a name only.
func User(username string) *Userinfo { return &Userinfo{username: username} }

// UserPassword is a name and a password.
func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }

// Username is the name.
func (u *Userinfo) Username() string {
	if u == nil {
		return ""
	}
	return u.username
}

// Password is the password, if there is one.
func (u *Userinfo) Password() (string, bool) {
	if u == nil {
		return "", false
	}
	return u.password, u.passwordSet
}

// String is name[:password], escaped.
func (u *Userinfo) String() string {
	if u == nil || u.username == "" && u.password == "" && !u.passwordSet {
		return ""
	}
	s := escape(u.username, inUser)
	if u.passwordSet {
		s += ":" + escape(u.password, inUser)
	}
	return s
}

func (u *URL) setPath(raw string) error {
	p, err := unescape(raw, inPath)
	if err != nil {
		return err
	}
	u.Path, u.RawPath = p, ""
	if raw != escape(p, inPath) {
		u.RawPath = raw
	}
	return nil
}

func (u *URL) setFragment(raw string) error {
	f, err := unescape(raw, inFragment)
	if err != nil {
		return err
	}
	u.Fragment, u.RawFragment = f, ""
	if raw != escape(f, inFragment) {
		u.RawFragment = raw
	}
	return nil
}

// isEscaped tells whether raw is a way to write text.
func isEscaped(raw, text string, p part, more string) bool {
	if raw == "" {
		return false
	}
	for i := range len(raw) {
		if c := raw[i]; c != '%' && p.escapes(c) && strings.IndexByte(more, c) < 0 {
			return false
		}
	}
	s, err := unescape(raw, p)
	return err == nil && s == text
}

// EscapedPath is the path as the URL has it: RawPath if that fits.
func (u *URL) EscapedPath() string {
	if isEscaped(u.RawPath, u.Path, inPath, "!'()*[]") {
		return u.RawPath
	}
	if u.Path == "*" {
		return "*"
	}
	return escape(u.Path, inPath)
}

// EscapedFragment is the fragment as the URL has it: RawFragment if that fits.
func (u *URL) EscapedFragment() string {
	if isEscaped(u.RawFragment, u.Fragment, inFragment, "'[]") {
		return u.RawFragment
	}
	return escape(u.Fragment, inFragment)
}

// String puts the URL together.
func (u *URL) String() string {
	var b strings.Builder
	if u.Scheme != "" {
		b.WriteString(u.Scheme)
		b.WriteByte(':')
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		authority := u.Host != "" || u.User != nil
		if authority || u.Scheme != "" && !u.OmitHost {
			if authority || u.Path != "" {
				b.WriteString("//")
			}
			if u.User != nil {
				b.WriteString(u.User.String())
				b.WriteByte('@')
			}
			b.WriteString(escape(u.Host, inHost))
		}
		p := u.EscapedPath()
		if p != "" && p[0] != '/' && u.Host != "" {
			b.WriteByte('/')
		}
		if !authority && u.OmitHost && strings.HasPrefix(p, "//") {
			// What follows would be a host.
			p = "%2F" + p[1:]
		}
		if b.Len() == 0 {
			// A colon in the first segment would end a scheme.
			if segment, _, _ := strings.Cut(p, "/"); strings.Contains(segment, ":") {
				b.WriteString("./")
			}
		}
		b.WriteString(p)
	}
	if u.ForceQuery || u.RawQuery != "" {
		b.WriteByte('?')
		b.WriteString(u.RawQuery)
	}
	if u.Fragment != "" {
		b.WriteByte('#')
		b.WriteString(u.EscapedFragment())
	}
	return b.String()
}

// Redacted is String with xxxxx for the password.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	c := *u
	if _, has := c.User.Password(); has {
		c.User = UserPassword(c.User.Username(), "xxxxx")
	}
	return c.String()
}

// Clone is a copy that shares nothing with u.
func (u *URL) Clone() *URL {
	if u == nil {
		return nil
	}
	c := *u
	if u.User != nil {
		user := *u.User
		c.User = &user
	}
	return &c
}

// IsAbs reports whether there is a scheme.
func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query is RawQuery taken apart, as far as it can be.
func (u *URL) Query() Values {
	v, _ := ParseQuery(u.RawQuery)
	return v
}

// RequestURI is what a request for u has.
func (u *URL) RequestURI() string {
	s := u.Opaque
	if s == "" {
		if s = u.EscapedPath(); s == "" {
			s = "/"
		}
	} else if strings.HasPrefix(s, "//") {
		s = u.Scheme + ":" + s
	}
	if u.ForceQuery || u.RawQuery != "" {
		s += "?" + u.RawQuery
	}
	return s
}

// splitHost takes the port off a host, and brackets.
func splitHost(s string) (host, port string) {
	host = s
	if colon := strings.LastIndexByte(s, ':'); colon >= 0 && validPort(s[colon:]) {
		host, port = s[:colon], s[colon+1:]
	}
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return host, port
}

// Hostname is the host without port and brackets.
func (u *URL) Hostname() string {
	host, _ := splitHost(u.Host)
	return host
}

// Port is the port, or "".
func (u *URL) Port() string {
	_, port := splitHost(u.Host)
	return port
}

// MarshalBinary is String.
func (u *URL) MarshalBinary() (text []byte, err error) { return u.AppendBinary(nil) }

// AppendBinary appends String.
func (u *URL) AppendBinary(b []byte) ([]byte, error) { return append(b, u.String()...), nil }

// UnmarshalBinary parses.
func (u *URL) UnmarshalBinary(text []byte) error {
	v, err := Parse(string(text))
	if err != nil {
		return err
	}
	*u = *v
	return nil
}

// resolve is a path seen from another one, without . and .. (RFC 3986, section 5.2.4).
func resolve(base, ref string) string {
	full := ref
	switch {
	case ref == "":
		full = base
	case ref[0] != '/':
		full = base[:strings.LastIndexByte(base, '/')+1] + ref
	}
	if full == "" {
		return ""
	}
	var out []string
	segments := strings.Split(full, "/")
	if full[0] == '/' {
		segments = segments[1:]
	}
	top := false // .. went to the top: an empty segment right after it does not count
	for i, s := range segments {
		last := i == len(segments)-1
		switch s {
		case ".":
			top = false
		case "..":
			if len(out) > 0 {
				out = out[:len(out)-1]
			}
			top = len(out) == 0
		default:
			if s == "" && top {
				top = false
				break
			}
			top = false
			out = append(out, s)
			last = false
		}
		if last {
			out = append(out, "")
		}
	}
	return "/" + strings.Join(out, "/")
}

// ResolveReference is ref, seen from u: always a new URL.
func (u *URL) ResolveReference(ref *URL) *URL {
	r := *ref
	if ref.Scheme == "" {
		r.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" || ref.User != nil {
		r.setPath(resolve(ref.EscapedPath(), ""))
		return &r
	}
	if ref.Opaque != "" {
		r.User, r.Host, r.Path = nil, "", ""
		return &r
	}
	if ref.Path == "" && !ref.ForceQuery && ref.RawQuery == "" {
		r.RawQuery = u.RawQuery
		if ref.Fragment == "" {
			r.Fragment, r.RawFragment = u.Fragment, u.RawFragment
		}
	}
	if ref.Path == "" && u.Opaque != "" {
		r.Opaque = u.Opaque
		r.User, r.Host, r.Path = nil, "", ""
		return &r
	}
	r.Host, r.User = u.Host, u.User
	r.setPath(resolve(u.EscapedPath(), ref.EscapedPath()))
	return &r
}

// JoinPath is u with more elements, escaped ones, in its path, which is made clean.
func (u *URL) JoinPath(elem ...string) *URL {
	v, _ := u.join(elem)
	return v
}

func (u *URL) join(elem []string) (*URL, error) {
	v := *u
	elem = append([]string{u.EscapedPath()}, elem...)
	relative := !strings.HasPrefix(elem[0], "/")
	if relative {
		elem[0] = "/" + elem[0]
	}
	p := path.Join(elem...)
	if relative {
		p = p[1:]
	}
	if strings.HasSuffix(elem[len(elem)-1], "/") && !strings.HasSuffix(p, "/") {
		p += "/"
	}
	err := v.setPath(p)
	return &v, err
}

// JoinPath is base with more elements, escaped ones, in its path, which is made clean.
func JoinPath(base string, elem ...string) (result string, err error) {
	u, err := Parse(base)
	if err != nil {
		return "", err
	}
	joined, err := u.join(elem)
	if err != nil {
		return "", err
	}
	return joined.String(), nil
}

package url

import (
	"errors"
	"fmt"
	"strings"
)

// Parse takes a URL apart; it may be relative.
func Parse(rawURL string) (*URL, error) {
	text, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(text, false)
	if err != nil {
		return nil, &Error{"parse", text, err}
	}
	if fragment == "" {
		return u, nil
	}
	if err := u.setFragment(fragment); err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// ParseRequestURI takes apart what a request has: a URL that is absolute or a path that is, without fragment.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// Parse takes apart ref, seen from u.
func (u *URL) Parse(ref string) (*URL, error) {
	r, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(r), nil
}

// cutScheme splits a text at the colon of its scheme.
func cutScheme(s string) (scheme, rest string, err error) {
	for i := range len(s) {
		c := s[i]
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case '0' <= c && c <= '9', c == '+', c == '-', c == '.':
			if i == 0 {
				return "", s, nil
			}
		case c == ':':
			if i == 0 {
				return "", "", errors.New("missing protocol scheme")
			}
			return s[:i], s[i+1:], nil
		default:
			return "", s, nil
		}
	}
	return "", s, nil
}

// parse takes apart a text without fragment.
func parse(text string, request bool) (*URL, error) {
	for i := range len(text) {
		if text[i] < ' ' || text[i] == 0x7f {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	if text == "" && request {
		return nil, errors.New("empty url")
	}
	u := new(URL)
	if text == "*" {
		u.Path = "*"
		return u, nil
	}
	scheme, rest, err := cutScheme(text)
	if err != nil {
		return nil, err
	}
	u.Scheme = strings.ToLower(scheme)
	if strings.HasSuffix(rest, "?") && strings.Count(rest, "?") == 1 {
		u.ForceQuery = true
		rest = rest[:len(rest)-1]
	} else {
		rest, u.RawQuery, _ = strings.Cut(rest, "?")
	}
	if !strings.HasPrefix(rest, "/") {
		if u.Scheme != "" {
			u.Opaque = rest
			return u, nil
		}
		if request {
			return nil, errors.New("invalid URI for request")
		}
		if segment, _, _ := strings.Cut(rest, "/"); strings.Contains(segment, ":") {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}
	if (u.Scheme != "" || !request && !strings.HasPrefix(rest, "///")) && strings.HasPrefix(rest, "//") {
		authority := rest[2:]
		rest = ""
		if i := strings.IndexByte(authority, '/'); i >= 0 {
			authority, rest = authority[:i], authority[i:]
		}
		if err := u.setAuthority(authority); err != nil {
			return nil, err
		}
	} else if u.Scheme != "" && strings.HasPrefix(rest, "/") {
		u.OmitHost = true
	}
	if err := u.setPath(rest); err != nil {
		return nil, err
	}
	return u, nil
}

// setAuthority takes apart userinfo@host:port.
func (u *URL) setAuthority(s string) error {
	at := strings.LastIndexByte(s, '@')
	host, err := parseHost(u.Scheme, s[at+1:])
	if err != nil {
		return err
	}
	u.Host = host
	if at < 0 {
		return nil
	}
	info := s[:at]
	for i := range len(info) {
		c := info[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
		if !letter && strings.IndexByte("-._:~!$&'()*+,;=%@", c) < 0 {
			return errors.New("net/url: invalid userinfo")
		}
	}
	name, password, has := strings.Cut(info, ":")
	if name, err = unescape(name, inUser); err != nil {
		return err
	}
	if !has {
		u.User = User(name)
		return nil
	}
	if password, err = unescape(password, inUser); err != nil {
		return err
	}
	u.User = UserPassword(name, password)
	return nil
}

// parseHost reads host:port.
func parseHost(scheme, host string) (string, error) {
	if open := strings.LastIndexByte(host, '['); open > 0 {
		return "", errors.New("invalid IP-literal")
	} else if open == 0 {
		end := strings.LastIndexByte(host, ']')
		if end < 0 {
			return "", errors.New("missing ']' in host")
		}
		port := host[end+1:]
		if !validPort(port) {
			return "", fmt.Errorf("invalid port %q after host", port)
		}
		inner := host[1:end]
		zone := strings.Index(inner, "%25")
		if zone < 0 {
			zone = len(inner)
		}
		address, err := unescape(inner[:zone], inHost)
		if err != nil {
			return "", err
		}
		suffix, err := unescape(inner[zone:], inZone)
		if err != nil {
			return "", err
		}
		if err := literalFault(address + suffix); err != nil {
			return "", err
		}
		return "[" + address + suffix + "]" + port, nil
	}
	colon := strings.LastIndexByte(host, ':')
	if scheme == "http" || scheme == "https" {
		colon = strings.IndexByte(host, ':')
	}
	if colon >= 0 {
		if port := host[colon:]; !validPort(port) {
			return "", fmt.Errorf("invalid port %q after host", port)
		}
	}
	return unescape(host, inHost)
}

// validPort tells whether s is empty or a colon and digits.
func validPort(s string) bool {
	return s == "" || s[0] == ':' && strings.Trim(s[1:], "0123456789") == ""
}

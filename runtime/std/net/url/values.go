package url

import (
	"errors"
	"maps"
	"slices"
	"strings"
)

// Values are the settings of a query.
type Values map[string][]string

// Get is the first value of a key, or "".
func (v Values) Get(key string) string {
	if list := v[key]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// Set gives a key one value.
func (v Values) Set(key, value string) { v[key] = []string{value} }

// Add gives a key one more value.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// Del deletes a key.
func (v Values) Del(key string) { delete(v, key) }

// Has reports whether there is a key.
func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Clone is a copy that shares nothing with v.
func (vs Values) Clone() Values {
	if vs == nil {
		return nil
	}
	c := make(Values, len(vs))
	for key, list := range vs {
		c[key] = slices.Clone(list)
	}
	return c
}

// Encode is the text, with the keys in order.
func (v Values) Encode() string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(v)) {
		name := QueryEscape(key)
		for _, value := range v[key] {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(name)
			b.WriteByte('=')
			b.WriteString(QueryEscape(value))
		}
	}
	return b.String()
}

// ParseQuery reads settings key=value with & between them. It gives all that can be read, and an
// error: that of a semicolon, else the first.
func ParseQuery(query string) (Values, error) {
	v := Values{}
	var first error
	fails := func(err error) {
		if first == nil {
			first = err
		}
	}
	for query != "" {
		var setting string
		setting, query, _ = strings.Cut(query, "&")
		if strings.Contains(setting, ";") {
			first = errors.New("invalid semicolon separator in query")
			continue
		}
		if setting == "" {
			continue
		}
		key, value, _ := strings.Cut(setting, "=")
		key, err := QueryUnescape(key)
		if err != nil {
			fails(err)
			continue
		}
		value, err = QueryUnescape(value)
		if err != nil {
			fails(err)
			continue
		}
		v.Add(key, value)
	}
	return v, first
}

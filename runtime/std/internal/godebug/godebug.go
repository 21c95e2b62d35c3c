// Package godebug gives packages from a Go installation the settings in $GODEBUG. gvm's own library has
// none; nothing is counted.
package godebug

import (
	"os"
	"strings"
)

// A Setting is one key of $GODEBUG.
type Setting struct {
	name         string
	undocumented bool
}

// New names a setting; "#" before the name says that it is not documented.
func New(name string) *Setting {
	plain := strings.TrimPrefix(name, "#")
	return &Setting{name: plain, undocumented: plain != name}
}

// Name is the key.
func (s *Setting) Name() string { return s.name }

// Undocumented says whether the name had a "#".
func (s *Setting) Undocumented() bool { return s.undocumented }

// String is `name=value`.
func (s *Setting) String() string { return s.name + "=" + s.Value() }

// IncNonDefault is where a program that keeps metrics would count.
func (s *Setting) IncNonDefault() {}

// Value is the setting's value now, the last one where $GODEBUG has several, "" without one.
func (s *Setting) Value() string {
	value := ""
	for _, pair := range strings.Split(os.Getenv("GODEBUG"), ",") {
		if key, v, ok := strings.Cut(pair, "="); ok && key == s.name {
			value, _, _ = strings.Cut(v, "#")
		}
	}
	return value
}

// Package testdeps is what the main of a test program gives to package testing.
package testdeps

import (
	"internal/testexit"
	"regexp"
)

// Deps names the package under test.
type Deps struct{ Path string }

func (d Deps) ImportPath() string { return d.Path }

// The expression that was asked for last, compiled: names are compared with one after another.
var last *regexp.Regexp

func (Deps) MatchString(pat, str string) (bool, error) {
	if last == nil || last.String() != pat {
		re, err := regexp.Compile(pat)
		if err != nil {
			return false, err
		}
		last = re
	}
	return last.MatchString(str), nil
}

// Status is the exit status after TestMain returned.
func Status() int { return testexit.LastStatus }

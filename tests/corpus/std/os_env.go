// The environment, the user, the process.
package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

func main() {
	os.Clearenv()
	fmt.Println(os.Environ(), os.Getenv("A") == "")
	fmt.Println(os.Setenv("A", "1"), os.Setenv("B", ""), os.Setenv("C_3", "x=y"), os.Setenv("", "x"), os.Setenv("a=b", "x"), os.Setenv("n\x00", "x"), os.Setenv("n", "x\x00"))
	env := os.Environ()
	sort.Strings(env)
	fmt.Println(env)
	v, ok := os.LookupEnv("B")
	fmt.Printf("%q %v\n", v, ok)
	v, ok = os.LookupEnv("D")
	fmt.Printf("%q %v\n", v, ok)
	os.Setenv("A", "2")
	fmt.Println(os.Getenv("A"), os.Unsetenv("A"), os.Unsetenv("A"), os.Getenv("A") == "", os.Getenv("C_3"))
	os.Setenv("HOME", "/home/x")
	for _, s := range []string{"", "$", "$$", "a$", "$HOME", "${HOME}", "$HOME/bin:$C_3", "${HOME", "${}", "$}", "${HOME}x$B-", "$HOMEx", "$1$2", "${1}0", "$*$#$@$!$?$-", "${*}", "${ a}", "$ a", "$$HOME", "é$é", "${?", "a${", "$_x", "${a}${b}"} {
		fmt.Printf("%q %q %q\n", s, os.ExpandEnv(s), os.Expand(s, func(n string) string { return "<" + n + ">" }))
	}
	fmt.Println(os.UserHomeDir())
	fmt.Println(os.UserCacheDir())
	fmt.Println(os.UserConfigDir())
	os.Setenv("XDG_CACHE_HOME", "/cache")
	os.Setenv("XDG_CONFIG_HOME", "relative")
	fmt.Println(os.UserCacheDir())
	fmt.Println(os.UserConfigDir())
	os.Clearenv()
	fmt.Println(os.UserHomeDir())
	fmt.Println(os.UserCacheDir())
	fmt.Println(os.UserConfigDir())
	fmt.Println(os.TempDir())
	os.Setenv("TMPDIR", "/somewhere")
	fmt.Println(os.TempDir())
	fmt.Println(os.Getpid() > 0, os.Getppid() >= 0, os.Getuid() >= 0, os.Geteuid() >= 0, os.Getgid() >= 0, os.Getegid() >= 0, os.Getpagesize())
	_, err := os.Getgroups()
	host, err2 := os.Hostname()
	exe, err3 := os.Executable()
	fmt.Println(err, host != "", err2, strings.HasPrefix(exe, "/"), err3)
	fmt.Println(len(os.Args), os.Args[0] != "")
	var s os.Signal = os.Interrupt
	s.Signal()
	fmt.Println(s.String(), os.Kill)
	defer fmt.Println("never")
	os.Exit(3)
}

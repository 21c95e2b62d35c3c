package p

import (
	"container/list"
	crand "encoding/hex"
	"fmt"
	fmt2 "fmt"
	"math/rand/v2"
	_ "os"
	rand2 "math/rand/v2"
	rand3 "math/rand"
	. "strings"
	sort "sort"
	"unicode/utf8"
)

// make, literals, assertions, map keys, embedding and constants with every kind of type.
package main

import "unsafe"

type (
	myBool   bool
	myInt    int
	myStr    string
	myFloat  float32
	pair     struct{ a, b int }
	holds    struct{ f func() }
	shape    interface{ area() int }
	named    []int
	alias    = []string
	box[T any] struct{ v T }
	integer  interface{ ~int | ~int64 }
	texty    interface{ ~string | ~[]byte }
	number   interface{ ~int | ~float64 | ~complex128 }
)

func (p pair) area() int   { return p.a }
func (p *holds) area() int { return 0 }

func table0[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	_ = make(bool)
	_ = make(bool, 1)
	_ = make(bool, 1, 2)
	_ = new(bool)
	_ = bool{}
	_ = bool{1, 2}
	_ = bool{a: 1}
	_ = bool{0: 1}
	_ = an.(bool)
	_ = sh.(bool)
	_ = er.(bool)
	type _ map[bool]int
	type _ struct{ bool }
	type _ interface{ bool }
	type _ interface{ ~bool }
	const _ bool = 0
	const _ = unsafe.Sizeof(new(bool))
	_ = box[bool]{}.v
	_ = bool.area
	_ = make(myBool)
	_ = make(myBool, 1)
	_ = make(myBool, 1, 2)
	_ = new(myBool)
	_ = myBool{}
	_ = myBool{1, 2}
	_ = myBool{a: 1}
	_ = myBool{0: 1}
	_ = an.(myBool)
	_ = sh.(myBool)
	_ = er.(myBool)
	type _ map[myBool]int
	type _ struct{ myBool }
	type _ interface{ myBool }
	type _ interface{ ~myBool }
	const _ myBool = 0
	const _ = unsafe.Sizeof(new(myBool))
	_ = box[myBool]{}.v
	_ = myBool.area
	_ = make(int)
	_ = make(int, 1)
	_ = make(int, 1, 2)
	_ = new(int)
	_ = int{}
	_ = int{1, 2}
	_ = int{a: 1}
	_ = int{0: 1}
	_ = an.(int)
	_ = sh.(int)
	_ = er.(int)
	type _ map[int]int
	type _ struct{ int }
	type _ interface{ int }
	type _ interface{ ~int }
	const _ int = 0
	const _ = unsafe.Sizeof(new(int))
	_ = box[int]{}.v
	_ = int.area
	_ = make(int8)
	_ = make(int8, 1)
	_ = make(int8, 1, 2)
	_ = new(int8)
	_ = int8{}
	_ = int8{1, 2}
	_ = int8{a: 1}
	_ = int8{0: 1}
	_ = an.(int8)
	_ = sh.(int8)
	_ = er.(int8)
	type _ map[int8]int
	type _ struct{ int8 }
	type _ interface{ int8 }
	type _ interface{ ~int8 }
	const _ int8 = 0
	const _ = unsafe.Sizeof(new(int8))
	_ = box[int8]{}.v
	_ = int8.area
	_ = make(myInt)
	_ = make(myInt, 1)
	_ = make(myInt, 1, 2)
	_ = new(myInt)
	_ = myInt{}
	_ = myInt{1, 2}
	_ = myInt{a: 1}
	_ = myInt{0: 1}
	_ = an.(myInt)
	_ = sh.(myInt)
	_ = er.(myInt)
	type _ map[myInt]int
	type _ struct{ myInt }
	type _ interface{ myInt }
	type _ interface{ ~myInt }
	const _ myInt = 0
	const _ = unsafe.Sizeof(new(myInt))
	_ = box[myInt]{}.v
	_ = myInt.area
	_ = make(uint)
	_ = make(uint, 1)
	_ = make(uint, 1, 2)
	_ = new(uint)
	_ = uint{}
	_ = uint{1, 2}
	_ = uint{a: 1}
	_ = uint{0: 1}
	_ = an.(uint)
	_ = sh.(uint)
	_ = er.(uint)
	type _ map[uint]int
	type _ struct{ uint }
	type _ interface{ uint }
	type _ interface{ ~uint }
	const _ uint = 0
	const _ = unsafe.Sizeof(new(uint))
	_ = box[uint]{}.v
	_ = uint.area
	_ = make(byte)
	_ = make(byte, 1)
	_ = make(byte, 1, 2)
	_ = new(byte)
	_ = byte{}
	_ = byte{1, 2}
	_ = byte{a: 1}
	_ = byte{0: 1}
	_ = an.(byte)
	_ = sh.(byte)
	_ = er.(byte)
	type _ map[byte]int
	type _ struct{ byte }
	type _ interface{ byte }
	type _ interface{ ~byte }
	const _ byte = 0
	const _ = unsafe.Sizeof(new(byte))
	_ = box[byte]{}.v
	_ = byte.area
	_ = make(rune)
	_ = make(rune, 1)
	_ = make(rune, 1, 2)
	_ = new(rune)
	_ = rune{}
	_ = rune{1, 2}
	_ = rune{a: 1}
	_ = rune{0: 1}
	_ = an.(rune)
	_ = sh.(rune)
	_ = er.(rune)
	type _ map[rune]int
	type _ struct{ rune }
	type _ interface{ rune }
	type _ interface{ ~rune }
	const _ rune = 0
	const _ = unsafe.Sizeof(new(rune))
	_ = box[rune]{}.v
	_ = rune.area
	_ = make(uintptr)
	_ = make(uintptr, 1)
	_ = make(uintptr, 1, 2)
	_ = new(uintptr)
	_ = uintptr{}
	_ = uintptr{1, 2}
	_ = uintptr{a: 1}
	_ = uintptr{0: 1}
	_ = an.(uintptr)
	_ = sh.(uintptr)
	_ = er.(uintptr)
	type _ map[uintptr]int
	type _ struct{ uintptr }
	type _ interface{ uintptr }
	type _ interface{ ~uintptr }
	const _ uintptr = 0
	const _ = unsafe.Sizeof(new(uintptr))
	_ = box[uintptr]{}.v
	_ = uintptr.area
	_ = make(float64)
	_ = make(float64, 1)
	_ = make(float64, 1, 2)
	_ = new(float64)
	_ = float64{}
	_ = float64{1, 2}
	_ = float64{a: 1}
	_ = float64{0: 1}
	_ = an.(float64)
	_ = sh.(float64)
	_ = er.(float64)
	type _ map[float64]int
	type _ struct{ float64 }
	type _ interface{ float64 }
	type _ interface{ ~float64 }
	const _ float64 = 0
	const _ = unsafe.Sizeof(new(float64))
	_ = box[float64]{}.v
	_ = float64.area
	_ = make(myFloat)
	_ = make(myFloat, 1)
	_ = make(myFloat, 1, 2)
	_ = new(myFloat)
	_ = myFloat{}
	_ = myFloat{1, 2}
	_ = myFloat{a: 1}
	_ = myFloat{0: 1}
	_ = an.(myFloat)
	_ = sh.(myFloat)
}

func table1[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	_ = er.(myFloat)
	type _ map[myFloat]int
	type _ struct{ myFloat }
	type _ interface{ myFloat }
	type _ interface{ ~myFloat }
	const _ myFloat = 0
	const _ = unsafe.Sizeof(new(myFloat))
	_ = box[myFloat]{}.v
	_ = myFloat.area
	_ = make(complex64)
	_ = make(complex64, 1)
	_ = make(complex64, 1, 2)
	_ = new(complex64)
	_ = complex64{}
	_ = complex64{1, 2}
	_ = complex64{a: 1}
	_ = complex64{0: 1}
	_ = an.(complex64)
	_ = sh.(complex64)
	_ = er.(complex64)
	type _ map[complex64]int
	type _ struct{ complex64 }
	type _ interface{ complex64 }
	type _ interface{ ~complex64 }
	const _ complex64 = 0
	const _ = unsafe.Sizeof(new(complex64))
	_ = box[complex64]{}.v
	_ = complex64.area
	_ = make(string)
	_ = make(string, 1)
	_ = make(string, 1, 2)
	_ = new(string)
	_ = string{}
	_ = string{1, 2}
	_ = string{a: 1}
	_ = string{0: 1}
	_ = an.(string)
	_ = sh.(string)
	_ = er.(string)
	type _ map[string]int
	type _ struct{ string }
	type _ interface{ string }
	type _ interface{ ~string }
	const _ string = 0
	const _ = unsafe.Sizeof(new(string))
	_ = box[string]{}.v
	_ = string.area
	_ = make(myStr)
	_ = make(myStr, 1)
	_ = make(myStr, 1, 2)
	_ = new(myStr)
	_ = myStr{}
	_ = myStr{1, 2}
	_ = myStr{a: 1}
	_ = myStr{0: 1}
	_ = an.(myStr)
	_ = sh.(myStr)
	_ = er.(myStr)
	type _ map[myStr]int
	type _ struct{ myStr }
	type _ interface{ myStr }
	type _ interface{ ~myStr }
	const _ myStr = 0
	const _ = unsafe.Sizeof(new(myStr))
	_ = box[myStr]{}.v
	_ = myStr.area
	_ = make(*int)
	_ = make(*int, 1)
	_ = make(*int, 1, 2)
	_ = new(*int)
	_ = an.(*int)
	_ = sh.(*int)
	_ = er.(*int)
	type _ map[*int]int
	type _ struct{ *int }
	type _ interface{ *int }
	type _ interface{ ~*int }
	const _ *int = 0
	const _ = unsafe.Sizeof(new(*int))
	_ = box[*int]{}.v
	_ = (*int).area
	_ = make(*pair)
	_ = make(*pair, 1)
	_ = make(*pair, 1, 2)
	_ = new(*pair)
	_ = an.(*pair)
	_ = sh.(*pair)
	_ = er.(*pair)
	type _ map[*pair]int
	type _ struct{ *pair }
	type _ interface{ *pair }
	type _ interface{ ~*pair }
	const _ *pair = 0
	const _ = unsafe.Sizeof(new(*pair))
	_ = box[*pair]{}.v
	_ = (*pair).area
	_ = make(unsafe.Pointer)
	_ = make(unsafe.Pointer, 1)
	_ = make(unsafe.Pointer, 1, 2)
	_ = new(unsafe.Pointer)
	_ = unsafe.Pointer{}
	_ = unsafe.Pointer{1, 2}
	_ = unsafe.Pointer{a: 1}
	_ = unsafe.Pointer{0: 1}
	_ = an.(unsafe.Pointer)
	_ = sh.(unsafe.Pointer)
	_ = er.(unsafe.Pointer)
	type _ map[unsafe.Pointer]int
	type _ struct{ unsafe.Pointer }
	type _ interface{ unsafe.Pointer }
	type _ interface{ ~unsafe.Pointer }
	const _ unsafe.Pointer = 0
	const _ = unsafe.Sizeof(new(unsafe.Pointer))
	_ = box[unsafe.Pointer]{}.v
	_ = unsafe.Pointer.area
	_ = make([]int)
	_ = make([]int, 1)
	_ = make([]int, 1, 2)
	_ = new([]int)
	_ = []int{}
	_ = []int{1, 2}
	_ = []int{a: 1}
	_ = []int{0: 1}
	_ = an.([]int)
	_ = sh.([]int)
	_ = er.([]int)
	type _ map[[]int]int
	type _ struct{ *int }
	type _ interface{ []int }
	type _ interface{ ~[]int }
	const _ []int = 0
	const _ = len([]int{})
	_ = box[[]int]{}.v
	_ = []int.area
	_ = make(named)
	_ = make(named, 1)
	_ = make(named, 1, 2)
	_ = new(named)
	_ = named{}
	_ = named{1, 2}
	_ = named{a: 1}
	_ = named{0: 1}
	_ = an.(named)
	_ = sh.(named)
	_ = er.(named)
	type _ map[named]int
	type _ struct{ named }
	type _ interface{ named }
	type _ interface{ ~named }
	const _ named = 0
	const _ = len(named{})
	_ = box[named]{}.v
	_ = named.area
	_ = make([]byte)
	_ = make([]byte, 1)
	_ = make([]byte, 1, 2)
	_ = new([]byte)
	_ = []byte{}
	_ = []byte{1, 2}
	_ = []byte{a: 1}
	_ = []byte{0: 1}
	_ = an.([]byte)
	_ = sh.([]byte)
	_ = er.([]byte)
	type _ map[[]byte]int
	type _ struct{ *int }
	type _ interface{ []byte }
	type _ interface{ ~[]byte }
	const _ []byte = 0
	const _ = len([]byte{})
	_ = box[[]byte]{}.v
	_ = []byte.area
	_ = make([2]int)
	_ = make([2]int, 1)
	_ = make([2]int, 1, 2)
	_ = new([2]int)
	_ = [2]int{}
	_ = [2]int{1, 2}
	_ = [2]int{a: 1}
	_ = [2]int{0: 1}
	_ = an.([2]int)
	_ = sh.([2]int)
	_ = er.([2]int)
	type _ map[[2]int]int
	type _ struct{ *int }
	type _ interface{ [2]int }
	type _ interface{ ~[2]int }
	const _ [2]int = 0
	const _ = len([2]int{})
	_ = box[[2]int]{}.v
	_ = [2]int.area
	_ = make([1]func())
	_ = make([1]func(), 1)
	_ = make([1]func(), 1, 2)
	_ = new([1]func())
	_ = [1]func(){}
	_ = [1]func(){1, 2}
	_ = [1]func(){a: 1}
	_ = [1]func(){0: 1}
	_ = an.([1]func())
}

func table2[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	_ = sh.([1]func())
	_ = er.([1]func())
	type _ map[[1]func()]int
	type _ struct{ *int }
	type _ interface{ [1]func() }
	type _ interface{ ~[1]func() }
	const _ [1]func() = 0
	const _ = len([1]func(){})
	_ = box[[1]func()]{}.v
	_ = ([1]func()).area
	_ = make(map[string]int)
	_ = make(map[string]int, 1)
	_ = make(map[string]int, 1, 2)
	_ = new(map[string]int)
	_ = map[string]int{}
	_ = map[string]int{1, 2}
	_ = map[string]int{a: 1}
	_ = map[string]int{0: 1}
	_ = an.(map[string]int)
	_ = sh.(map[string]int)
	_ = er.(map[string]int)
	type _ map[map[string]int]int
	type _ struct{ *int }
	type _ interface{ map[string]int }
	type _ interface{ ~map[string]int }
	const _ map[string]int = 0
	const _ = unsafe.Sizeof(new(map[string]int))
	_ = box[map[string]int]{}.v
	_ = map[string]int.area
	_ = make(chan int)
	_ = make(chan int, 1)
	_ = make(chan int, 1, 2)
	_ = new(chan int)
	_ = an.(chan int)
	_ = sh.(chan int)
	_ = er.(chan int)
	type _ map[chan int]int
	type _ struct{ *int }
	type _ interface{ chan int }
	type _ interface{ ~chan int }
	const _ chan int = 0
	const _ = unsafe.Sizeof(new(chan int))
	_ = box[chan int]{}.v
	_ = (chan int).area
	_ = make(<-chan int)
	_ = make(<-chan int, 1)
	_ = make(<-chan int, 1, 2)
	_ = new(<-chan int)
	_ = an.(<-chan int)
	_ = sh.(<-chan int)
	_ = er.(<-chan int)
	type _ map[<-chan int]int
	type _ struct{ *int }
	type _ interface{ <-chan int }
	type _ interface{ ~<-chan int }
	const _ <-chan int = 0
	const _ = unsafe.Sizeof(new(<-chan int))
	_ = box[<-chan int]{}.v
	_ = (<-chan int).area
	_ = make(chan<- int)
	_ = make(chan<- int, 1)
	_ = make(chan<- int, 1, 2)
	_ = new(chan<- int)
	_ = an.(chan<- int)
	_ = sh.(chan<- int)
	_ = er.(chan<- int)
	type _ map[chan<- int]int
	type _ struct{ *int }
	type _ interface{ chan<- int }
	type _ interface{ ~chan<- int }
	const _ chan<- int = 0
	const _ = unsafe.Sizeof(new(chan<- int))
	_ = box[chan<- int]{}.v
	_ = (chan<- int).area
	_ = make(func(int) string)
	_ = make(func(int) string, 1)
	_ = make(func(int) string, 1, 2)
	_ = new(func(int) string)
	_ = an.(func(int) string)
	_ = sh.(func(int) string)
	_ = er.(func(int) string)
	type _ map[func(int) string]int
	type _ struct{ *int }
	type _ interface{ func(int) string }
	type _ interface{ ~func(int) string }
	const _ func(int) string = 0
	const _ = unsafe.Sizeof(new(func(int) string))
	_ = box[func(int) string]{}.v
	_ = (func(int) string).area
	_ = make(pair)
	_ = make(pair, 1)
	_ = make(pair, 1, 2)
	_ = new(pair)
	_ = pair{}
	_ = pair{1, 2}
	_ = pair{a: 1}
	_ = pair{0: 1}
	_ = an.(pair)
	_ = sh.(pair)
	_ = er.(pair)
	type _ map[pair]int
	type _ struct{ pair }
	type _ interface{ pair }
	type _ interface{ ~pair }
	const _ pair = 0
	const _ = unsafe.Sizeof(new(pair))
	_ = box[pair]{}.v
	_ = pair.area
	_ = make(holds)
	_ = make(holds, 1)
	_ = make(holds, 1, 2)
	_ = new(holds)
	_ = holds{}
	_ = holds{1, 2}
	_ = holds{a: 1}
	_ = holds{0: 1}
	_ = an.(holds)
	_ = sh.(holds)
	_ = er.(holds)
	type _ map[holds]int
	type _ struct{ holds }
	type _ interface{ holds }
	type _ interface{ ~holds }
	const _ holds = 0
	const _ = unsafe.Sizeof(new(holds))
	_ = box[holds]{}.v
	_ = holds.area
	_ = make(struct{ a, b int })
	_ = make(struct{ a, b int }, 1)
	_ = make(struct{ a, b int }, 1, 2)
	_ = new(struct{ a, b int })
	_ = struct{ a, b int }{}
	_ = struct{ a, b int }{1, 2}
	_ = struct{ a, b int }{a: 1}
	_ = struct{ a, b int }{0: 1}
	_ = an.(struct{ a, b int })
	_ = sh.(struct{ a, b int })
	_ = er.(struct{ a, b int })
	type _ map[struct{ a, b int }]int
	type _ struct{ *int }
	type _ interface{ struct{ a, b int } }
	type _ interface{ ~struct{ a, b int } }
	const _ struct{ a, b int } = 0
	const _ = unsafe.Sizeof(new(struct{ a, b int }))
	_ = box[struct{ a, b int }]{}.v
	_ = (struct{ a, b int }).area
	_ = make(any)
	_ = make(any, 1)
	_ = make(any, 1, 2)
	_ = new(any)
	_ = any{}
	_ = any{1, 2}
	_ = any{a: 1}
	_ = any{0: 1}
	_ = an.(any)
	_ = sh.(any)
	_ = er.(any)
	type _ map[any]int
	type _ struct{ any }
	type _ interface{ any }
	type _ interface{ ~any }
	const _ any = 0
	const _ = unsafe.Sizeof(new(any))
	_ = box[any]{}.v
	_ = any.area
	_ = make(error)
	_ = make(error, 1)
	_ = make(error, 1, 2)
	_ = new(error)
	_ = error{}
	_ = error{1, 2}
	_ = error{a: 1}
	_ = error{0: 1}
	_ = an.(error)
	_ = sh.(error)
	_ = er.(error)
	type _ map[error]int
	type _ struct{ error }
	type _ interface{ error }
	type _ interface{ ~error }
	const _ error = 0
	const _ = unsafe.Sizeof(new(error))
	_ = box[error]{}.v
	_ = error.area
	_ = make(shape)
	_ = make(shape, 1)
	_ = make(shape, 1, 2)
	_ = new(shape)
	_ = shape{}
	_ = shape{1, 2}
	_ = shape{a: 1}
	_ = shape{0: 1}
	_ = an.(shape)
	_ = sh.(shape)
	_ = er.(shape)
	type _ map[shape]int
	type _ struct{ shape }
	type _ interface{ shape }
	type _ interface{ ~shape }
	const _ shape = 0
}

func table3[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	const _ = unsafe.Sizeof(new(shape))
	_ = box[shape]{}.v
	_ = shape.area
	_ = make(box[int])
	_ = make(box[int], 1)
	_ = make(box[int], 1, 2)
	_ = new(box[int])
	_ = box[int]{}
	_ = box[int]{1, 2}
	_ = box[int]{a: 1}
	_ = box[int]{0: 1}
	_ = an.(box[int])
	_ = sh.(box[int])
	_ = er.(box[int])
	type _ map[box[int]]int
	type _ struct{ box[int] }
	type _ interface{ box[int] }
	type _ interface{ ~box[int] }
	const _ box[int] = 0
	const _ = unsafe.Sizeof(new(box[int]))
	_ = box[box[int]]{}.v
	_ = box[int].area
	_ = make(T)
	_ = make(T, 1)
	_ = make(T, 1, 2)
	_ = new(T)
	_ = T{}
	_ = T{1, 2}
	_ = T{a: 1}
	_ = T{0: 1}
	_ = an.(T)
	_ = sh.(T)
	_ = er.(T)
	type _ map[T]int
	type _ struct{ T }
	type _ interface{ T }
	type _ interface{ ~T }
	const _ T = 0
	const _ = unsafe.Sizeof(new(T))
	_ = box[T]{}.v
	_ = T.area
	_ = make(U)
	_ = make(U, 1)
	_ = make(U, 1, 2)
	_ = new(U)
	_ = U{}
	_ = U{1, 2}
	_ = U{a: 1}
	_ = U{0: 1}
	_ = an.(U)
	_ = sh.(U)
	_ = er.(U)
	type _ map[U]int
	type _ struct{ U }
	type _ interface{ U }
	type _ interface{ ~U }
	const _ U = 0
	const _ = unsafe.Sizeof(new(U))
	_ = box[U]{}.v
	_ = U.area
	_ = make(W)
	_ = make(W, 1)
	_ = make(W, 1, 2)
	_ = new(W)
	_ = W{}
	_ = W{1, 2}
	_ = W{a: 1}
	_ = W{0: 1}
	_ = an.(W)
	_ = sh.(W)
	_ = er.(W)
	type _ map[W]int
	type _ struct{ W }
	type _ interface{ W }
	type _ interface{ ~W }
	const _ W = 0
	const _ = unsafe.Sizeof(new(W))
	_ = box[W]{}.v
	_ = W.area
	_ = make(X)
	_ = make(X, 1)
	_ = make(X, 1, 2)
	_ = new(X)
	_ = X{}
	_ = X{1, 2}
	_ = X{a: 1}
	_ = X{0: 1}
	_ = an.(X)
	_ = sh.(X)
	_ = er.(X)
	type _ map[X]int
	type _ struct{ X }
	type _ interface{ X }
	type _ interface{ ~X }
	const _ X = 0
	const _ = unsafe.Sizeof(new(X))
	_ = box[X]{}.v
	_ = X.area
}

func main() {}

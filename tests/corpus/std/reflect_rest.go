// What the other programs leave out of package reflect: all kinds by name, signatures, memory, channels.
package main

import (
	"fmt"
	"reflect"
	"time"
	"unsafe"
)

type embedded struct{ X int }
type holder struct {
	*embedded
	any
	N int
}

func (h holder) M(a int, b ...string) (bool, error) { return true, nil }

func main() {
	kinds := []reflect.Kind{reflect.Invalid, reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128, reflect.Array, reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice, reflect.String, reflect.Struct, reflect.UnsafePointer}
	for i, k := range kinds {
		fmt.Print(int(k) == i, k.String(), " ")
	}
	fmt.Println()
	t := reflect.TypeOf(holder{})
	f := reflect.TypeOf(holder.M)
	fmt.Println(f, f.NumIn(), f.In(1), f.In(2), f.NumOut(), f.Out(0), f.Out(1), f.IsVariadic(), t.FieldAlign(), t.Align())
	m, ok := t.MethodByName("M")
	fmt.Println(m.Name, m.Type, m.Index, m.PkgPath == "", m.IsExported(), m.Func.Kind(), ok)
	_, ok = t.MethodByName("N")
	fmt.Println(ok, t.FieldByIndex([]int{0, 0}).Name)
	v := reflect.ValueOf(holder{N: 3})
	_, err := v.FieldByIndexErr([]int{0, 0})
	fmt.Println(err)
	x, err := v.FieldByIndexErr([]int{2})
	fmt.Println(x, err)
	func() {
		defer func() { fmt.Println(recover()) }()
		v.FieldByIndex([]int{0, 0})
	}()
	mm := reflect.MakeMapWithSize(reflect.TypeOf(map[int8]uint16{}), 100)
	mm.SetMapIndex(reflect.ValueOf(int8(1)), reflect.ValueOf(uint16(2)))
	var it *reflect.MapIter = mm.MapRange()
	fmt.Println(it.Next(), it.Key(), it.Value(), it.Next(), mm.Len())
	mm.Clear()
	fmt.Println(mm.Len())

	n := [3]int32{7, 8, 9}
	at := reflect.NewAt(reflect.TypeOf(int32(0)), unsafe.Pointer(&n[1])).Elem()
	at.SetInt(80)
	fmt.Println(n, reflect.SliceAt(reflect.TypeOf(int32(0)), unsafe.Pointer(&n[1]), 2), reflect.PtrTo(t) == reflect.PointerTo(t), reflect.Ptr == reflect.Pointer)
	fmt.Println(at.UnsafeAddr() == uintptr(unsafe.Pointer(&n[1])), at.Addr().Pointer() == uintptr(unsafe.Pointer(&n[1])), at.Addr().UnsafePointer() == unsafe.Pointer(&n[1]))
	var i any = 5
	data := reflect.ValueOf(&i).Elem().InterfaceData()
	fmt.Println(data[0] != 0, unsafe.Sizeof(reflect.SliceHeader{}), unsafe.Sizeof(reflect.StringHeader{}))
	var sh reflect.SliceHeader
	var st reflect.StringHeader
	fmt.Println(sh.Data, sh.Len, sh.Cap, st.Data, st.Len)
	c := make(chan string, 3)
	c <- "one"
	cv := reflect.ValueOf(c)
	fmt.Println(cv.Len(), cv.Cap(), cv.IsNil(), cv.Type().ChanDir(), cv.Type().Elem(), reflect.Zero(cv.Type()).IsNil(), reflect.ValueOf((<-chan int)(nil)).Type(), cv.Type().ConvertibleTo(reflect.TypeOf((<-chan string)(nil))))
	e := &reflect.ValueError{Method: "m", Kind: reflect.Map}
	fmt.Println(e.Error(), (&reflect.ValueError{Method: "m"}).Error())
	fmt.Println(string(time.Unix(0, 0).UTC().AppendFormat([]byte("at "), time.Kitchen)))
}

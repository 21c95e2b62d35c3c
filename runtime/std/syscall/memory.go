package syscall

import "unsafe"

// How pages may be used, and what mappings are, as mmap(2) has them.
const (
	PROT_NONE  = 0x0
	PROT_READ  = 0x1
	PROT_WRITE = 0x2
	PROT_EXEC  = 0x4

	MAP_SHARED  = 0x1
	MAP_PRIVATE = 0x2
	MAP_FIXED   = 0x10
	MAP_ANON    = 0x20

	MAP_ANONYMOUS = 0x20
	MAP_POPULATE  = 0x8000
	MAP_NORESERVE = 0x4000
)

// mmap lets the system choose the address. The natives know what was mapped, and touch nothing else.
func mmap(fd int, offset int64, length int, prot int, flags int) (at uintptr, errno int)
func munmap(at uintptr, length int) (errno int)
func mprotect(at uintptr, length int, prot int) (errno int)

// Mmap maps pages of a file, or with MAP_ANON and fd -1 fresh ones.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	at, errno := mmap(fd, offset, length, prot, flags)
	if errno != 0 {
		return nil, Errno(errno)
	}
	return unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&at))), length), nil
}

// Munmap gives back what Mmap gave: all of it, from its first byte.
func Munmap(b []byte) error {
	if len(b) == 0 || len(b) != cap(b) {
		return EINVAL
	}
	if errno := munmap(uintptr(unsafe.Pointer(&b[0])), len(b)); errno != 0 {
		return Errno(errno)
	}
	return nil
}

// Mprotect changes how pages may be used.
func Mprotect(b []byte, prot int) error {
	if len(b) == 0 {
		return EINVAL
	}
	if errno := mprotect(uintptr(unsafe.Pointer(&b[0])), len(b), prot); errno != 0 {
		return Errno(errno)
	}
	return nil
}

//	+build windows

package main

func init() { seen = append(seen, "m_tab") }

module example.com/m

go 1.27

godebug panicnil=1 // right
godebug (
	default=go1.20
	nosuch=1
	tls3des=1
)

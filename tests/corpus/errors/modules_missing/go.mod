module example.com/app

go 1.24

require example.com/gone v1.0.0

replace example.com/gone => ./gone

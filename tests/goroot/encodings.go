// Encodings, whose sources lean on reflection.
package main

import (
	"bytes"
	"encoding/csv"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
)

type address struct {
	Street string `json:"street" xml:"street,attr"`
	Number int    `json:"number,omitempty" xml:"number"`
}

type person struct {
	Name    string            `json:"name" xml:"name"`
	Age     *int              `json:"age" xml:"age,omitempty"`
	Home    address           `json:"home" xml:"home"`
	Tags    map[string]string `json:"tags,omitempty" xml:"-"`
	Friends []string          `json:"friends" xml:"friend"`
	hidden  int
}

type level int

func (l level) MarshalText() ([]byte, error) { return []byte(strings.Repeat("*", int(l))), nil }
func (l *level) UnmarshalText(b []byte) error {
	*l = level(len(b))
	return nil
}

func main() {
	age := 41
	p := person{Name: "Ada <&>", Age: &age, Home: address{"Main", 7}, Tags: map[string]string{"b": "2", "a": "1"}, Friends: []string{"x", "y"}}
	text, err := json.MarshalIndent(p, "", "  ")
	fmt.Println(string(text), err)
	var back person
	err = json.Unmarshal(text, &back)
	fmt.Printf("%v %d %+v %v %q %v\n", back.Name, *back.Age, back.Home, back.Tags, back.Friends, err)
	for _, bad := range []string{`{"name": 3}`, `{"name": "x"`, `[1,2]`, `{"home": {"number": 1.5}}`, `nul`} {
		fmt.Println(json.Unmarshal([]byte(bad), &back))
	}
	var tree any
	fmt.Println(json.Unmarshal([]byte(`{"a":[1,2.5,null,true,"é\n"],"b":{}}`), &tree), tree)
	both, err := json.Marshal(map[level]level{1: 3, 2: 1})
	fmt.Println(string(both), err)

	text, err = xml.MarshalIndent(p, "", " ")
	fmt.Println(string(text), err)
	back = person{}
	fmt.Println(xml.Unmarshal(text, &back), back.Name, back.Home, back.Friends)

	var buffer bytes.Buffer
	fmt.Println(gob.NewEncoder(&buffer).Encode(p))
	back = person{}
	fmt.Println(gob.NewDecoder(&buffer).Decode(&back), back.Name, *back.Age, back.Tags)

	rows, err := csv.NewReader(strings.NewReader("a,\"b \"\"q\"\"\"\n1,2\n")).ReadAll()
	fmt.Printf("%q %v\n", rows, err)
}

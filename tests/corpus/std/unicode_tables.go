// Every table of package unicode: size, a sum over its ranges, its Latin-1 part.
package main

import (
	"fmt"
	"sort"
	"unicode"
)

var tables = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"ASCII_Hex_Digit", unicode.ASCII_Hex_Digit},
	{"Adlam", unicode.Adlam},
	{"Ahom", unicode.Ahom},
	{"Anatolian_Hieroglyphs", unicode.Anatolian_Hieroglyphs},
	{"Arabic", unicode.Arabic},
	{"Armenian", unicode.Armenian},
	{"Avestan", unicode.Avestan},
	{"Balinese", unicode.Balinese},
	{"Bamum", unicode.Bamum},
	{"Bassa_Vah", unicode.Bassa_Vah},
	{"Batak", unicode.Batak},
	{"Bengali", unicode.Bengali},
	{"Beria_Erfe", unicode.Beria_Erfe},
	{"Bhaiksuki", unicode.Bhaiksuki},
	{"Bidi_Control", unicode.Bidi_Control},
	{"Bopomofo", unicode.Bopomofo},
	{"Brahmi", unicode.Brahmi},
	{"Braille", unicode.Braille},
	{"Buginese", unicode.Buginese},
	{"Buhid", unicode.Buhid},
	{"C", unicode.C},
	{"Canadian_Aboriginal", unicode.Canadian_Aboriginal},
	{"Carian", unicode.Carian},
	{"Caucasian_Albanian", unicode.Caucasian_Albanian},
	{"Cc", unicode.Cc},
	{"Cf", unicode.Cf},
	{"Chakma", unicode.Chakma},
	{"Cham", unicode.Cham},
	{"Cherokee", unicode.Cherokee},
	{"Chorasmian", unicode.Chorasmian},
	{"Cn", unicode.Cn},
	{"Co", unicode.Co},
	{"Common", unicode.Common},
	{"Coptic", unicode.Coptic},
	{"Cs", unicode.Cs},
	{"Cuneiform", unicode.Cuneiform},
	{"Cypriot", unicode.Cypriot},
	{"Cypro_Minoan", unicode.Cypro_Minoan},
	{"Cyrillic", unicode.Cyrillic},
	{"Dash", unicode.Dash},
	{"Deprecated", unicode.Deprecated},
	{"Deseret", unicode.Deseret},
	{"Devanagari", unicode.Devanagari},
	{"Diacritic", unicode.Diacritic},
	{"Digit", unicode.Digit},
	{"Dives_Akuru", unicode.Dives_Akuru},
	{"Dogra", unicode.Dogra},
	{"Duployan", unicode.Duployan},
	{"Egyptian_Hieroglyphs", unicode.Egyptian_Hieroglyphs},
	{"Elbasan", unicode.Elbasan},
	{"Elymaic", unicode.Elymaic},
	{"Ethiopic", unicode.Ethiopic},
	{"Extender", unicode.Extender},
	{"Garay", unicode.Garay},
	{"Georgian", unicode.Georgian},
	{"Glagolitic", unicode.Glagolitic},
	{"Gothic", unicode.Gothic},
	{"Grantha", unicode.Grantha},
	{"Greek", unicode.Greek},
	{"Gujarati", unicode.Gujarati},
	{"Gunjala_Gondi", unicode.Gunjala_Gondi},
	{"Gurmukhi", unicode.Gurmukhi},
	{"Gurung_Khema", unicode.Gurung_Khema},
	{"Han", unicode.Han},
	{"Hangul", unicode.Hangul},
	{"Hanifi_Rohingya", unicode.Hanifi_Rohingya},
	{"Hanunoo", unicode.Hanunoo},
	{"Hatran", unicode.Hatran},
	{"Hebrew", unicode.Hebrew},
	{"Hex_Digit", unicode.Hex_Digit},
	{"Hiragana", unicode.Hiragana},
	{"Hyphen", unicode.Hyphen},
	{"IDS_Binary_Operator", unicode.IDS_Binary_Operator},
	{"IDS_Trinary_Operator", unicode.IDS_Trinary_Operator},
	{"IDS_Unary_Operator", unicode.IDS_Unary_Operator},
	{"ID_Compat_Math_Continue", unicode.ID_Compat_Math_Continue},
	{"ID_Compat_Math_Start", unicode.ID_Compat_Math_Start},
	{"Ideographic", unicode.Ideographic},
	{"Imperial_Aramaic", unicode.Imperial_Aramaic},
	{"Inherited", unicode.Inherited},
	{"Inscriptional_Pahlavi", unicode.Inscriptional_Pahlavi},
	{"Inscriptional_Parthian", unicode.Inscriptional_Parthian},
	{"Javanese", unicode.Javanese},
	{"Join_Control", unicode.Join_Control},
	{"Kaithi", unicode.Kaithi},
	{"Kannada", unicode.Kannada},
	{"Katakana", unicode.Katakana},
	{"Kawi", unicode.Kawi},
	{"Kayah_Li", unicode.Kayah_Li},
	{"Kharoshthi", unicode.Kharoshthi},
	{"Khitan_Small_Script", unicode.Khitan_Small_Script},
	{"Khmer", unicode.Khmer},
	{"Khojki", unicode.Khojki},
	{"Khudawadi", unicode.Khudawadi},
	{"Kirat_Rai", unicode.Kirat_Rai},
	{"L", unicode.L},
	{"LC", unicode.LC},
	{"Lao", unicode.Lao},
	{"Latin", unicode.Latin},
	{"Lepcha", unicode.Lepcha},
	{"Letter", unicode.Letter},
	{"Limbu", unicode.Limbu},
	{"Linear_A", unicode.Linear_A},
	{"Linear_B", unicode.Linear_B},
	{"Lisu", unicode.Lisu},
	{"Ll", unicode.Ll},
	{"Lm", unicode.Lm},
	{"Lo", unicode.Lo},
	{"Logical_Order_Exception", unicode.Logical_Order_Exception},
	{"Lower", unicode.Lower},
	{"Lt", unicode.Lt},
	{"Lu", unicode.Lu},
	{"Lycian", unicode.Lycian},
	{"Lydian", unicode.Lydian},
	{"M", unicode.M},
	{"Mahajani", unicode.Mahajani},
	{"Makasar", unicode.Makasar},
	{"Malayalam", unicode.Malayalam},
	{"Mandaic", unicode.Mandaic},
	{"Manichaean", unicode.Manichaean},
	{"Marchen", unicode.Marchen},
	{"Mark", unicode.Mark},
	{"Masaram_Gondi", unicode.Masaram_Gondi},
	{"Mc", unicode.Mc},
	{"Me", unicode.Me},
	{"Medefaidrin", unicode.Medefaidrin},
	{"Meetei_Mayek", unicode.Meetei_Mayek},
	{"Mende_Kikakui", unicode.Mende_Kikakui},
	{"Meroitic_Cursive", unicode.Meroitic_Cursive},
	{"Meroitic_Hieroglyphs", unicode.Meroitic_Hieroglyphs},
	{"Miao", unicode.Miao},
	{"Mn", unicode.Mn},
	{"Modi", unicode.Modi},
	{"Modifier_Combining_Mark", unicode.Modifier_Combining_Mark},
	{"Mongolian", unicode.Mongolian},
	{"Mro", unicode.Mro},
	{"Multani", unicode.Multani},
	{"Myanmar", unicode.Myanmar},
	{"N", unicode.N},
	{"Nabataean", unicode.Nabataean},
	{"Nag_Mundari", unicode.Nag_Mundari},
	{"Nandinagari", unicode.Nandinagari},
	{"Nd", unicode.Nd},
	{"New_Tai_Lue", unicode.New_Tai_Lue},
	{"Newa", unicode.Newa},
	{"Nko", unicode.Nko},
	{"Nl", unicode.Nl},
	{"No", unicode.No},
	{"Noncharacter_Code_Point", unicode.Noncharacter_Code_Point},
	{"Number", unicode.Number},
	{"Nushu", unicode.Nushu},
	{"Nyiakeng_Puachue_Hmong", unicode.Nyiakeng_Puachue_Hmong},
	{"Ogham", unicode.Ogham},
	{"Ol_Chiki", unicode.Ol_Chiki},
	{"Ol_Onal", unicode.Ol_Onal},
	{"Old_Hungarian", unicode.Old_Hungarian},
	{"Old_Italic", unicode.Old_Italic},
	{"Old_North_Arabian", unicode.Old_North_Arabian},
	{"Old_Permic", unicode.Old_Permic},
	{"Old_Persian", unicode.Old_Persian},
	{"Old_Sogdian", unicode.Old_Sogdian},
	{"Old_South_Arabian", unicode.Old_South_Arabian},
	{"Old_Turkic", unicode.Old_Turkic},
	{"Old_Uyghur", unicode.Old_Uyghur},
	{"Oriya", unicode.Oriya},
	{"Osage", unicode.Osage},
	{"Osmanya", unicode.Osmanya},
	{"Other", unicode.Other},
	{"Other_Alphabetic", unicode.Other_Alphabetic},
	{"Other_Default_Ignorable_Code_Point", unicode.Other_Default_Ignorable_Code_Point},
	{"Other_Grapheme_Extend", unicode.Other_Grapheme_Extend},
	{"Other_ID_Continue", unicode.Other_ID_Continue},
	{"Other_ID_Start", unicode.Other_ID_Start},
	{"Other_Lowercase", unicode.Other_Lowercase},
	{"Other_Math", unicode.Other_Math},
	{"Other_Uppercase", unicode.Other_Uppercase},
	{"P", unicode.P},
	{"Pahawh_Hmong", unicode.Pahawh_Hmong},
	{"Palmyrene", unicode.Palmyrene},
	{"Pattern_Syntax", unicode.Pattern_Syntax},
	{"Pattern_White_Space", unicode.Pattern_White_Space},
	{"Pau_Cin_Hau", unicode.Pau_Cin_Hau},
	{"Pc", unicode.Pc},
	{"Pd", unicode.Pd},
	{"Pe", unicode.Pe},
	{"Pf", unicode.Pf},
	{"Phags_Pa", unicode.Phags_Pa},
	{"Phoenician", unicode.Phoenician},
	{"Pi", unicode.Pi},
	{"Po", unicode.Po},
	{"Prepended_Concatenation_Mark", unicode.Prepended_Concatenation_Mark},
	{"Ps", unicode.Ps},
	{"Psalter_Pahlavi", unicode.Psalter_Pahlavi},
	{"Punct", unicode.Punct},
	{"Quotation_Mark", unicode.Quotation_Mark},
	{"Radical", unicode.Radical},
	{"Regional_Indicator", unicode.Regional_Indicator},
	{"Rejang", unicode.Rejang},
	{"Runic", unicode.Runic},
	{"S", unicode.S},
	{"STerm", unicode.STerm},
	{"Samaritan", unicode.Samaritan},
	{"Saurashtra", unicode.Saurashtra},
	{"Sc", unicode.Sc},
	{"Sentence_Terminal", unicode.Sentence_Terminal},
	{"Sharada", unicode.Sharada},
	{"Shavian", unicode.Shavian},
	{"Siddham", unicode.Siddham},
	{"Sidetic", unicode.Sidetic},
	{"SignWriting", unicode.SignWriting},
	{"Sinhala", unicode.Sinhala},
	{"Sk", unicode.Sk},
	{"Sm", unicode.Sm},
	{"So", unicode.So},
	{"Soft_Dotted", unicode.Soft_Dotted},
	{"Sogdian", unicode.Sogdian},
	{"Sora_Sompeng", unicode.Sora_Sompeng},
	{"Soyombo", unicode.Soyombo},
	{"Space", unicode.Space},
	{"Sundanese", unicode.Sundanese},
	{"Sunuwar", unicode.Sunuwar},
	{"Syloti_Nagri", unicode.Syloti_Nagri},
	{"Symbol", unicode.Symbol},
	{"Syriac", unicode.Syriac},
	{"Tagalog", unicode.Tagalog},
	{"Tagbanwa", unicode.Tagbanwa},
	{"Tai_Le", unicode.Tai_Le},
	{"Tai_Tham", unicode.Tai_Tham},
	{"Tai_Viet", unicode.Tai_Viet},
	{"Tai_Yo", unicode.Tai_Yo},
	{"Takri", unicode.Takri},
	{"Tamil", unicode.Tamil},
	{"Tangsa", unicode.Tangsa},
	{"Tangut", unicode.Tangut},
	{"Telugu", unicode.Telugu},
	{"Terminal_Punctuation", unicode.Terminal_Punctuation},
	{"Thaana", unicode.Thaana},
	{"Thai", unicode.Thai},
	{"Tibetan", unicode.Tibetan},
	{"Tifinagh", unicode.Tifinagh},
	{"Tirhuta", unicode.Tirhuta},
	{"Title", unicode.Title},
	{"Todhri", unicode.Todhri},
	{"Tolong_Siki", unicode.Tolong_Siki},
	{"Toto", unicode.Toto},
	{"Tulu_Tigalari", unicode.Tulu_Tigalari},
	{"Ugaritic", unicode.Ugaritic},
	{"Unified_Ideograph", unicode.Unified_Ideograph},
	{"Upper", unicode.Upper},
	{"Vai", unicode.Vai},
	{"Variation_Selector", unicode.Variation_Selector},
	{"Vithkuqi", unicode.Vithkuqi},
	{"Wancho", unicode.Wancho},
	{"Warang_Citi", unicode.Warang_Citi},
	{"White_Space", unicode.White_Space},
	{"Yezidi", unicode.Yezidi},
	{"Yi", unicode.Yi},
	{"Z", unicode.Z},
	{"Zanabazar_Square", unicode.Zanabazar_Square},
	{"Zl", unicode.Zl},
	{"Zp", unicode.Zp},
	{"Zs", unicode.Zs},
}

func describe(t *unicode.RangeTable) string {
	count, sum := 0, uint32(2166136261)
	add := func(lo, hi, stride uint32) {
		count += int((hi-lo)/stride) + 1
		for _, x := range []uint32{lo, hi, stride} {
			sum = (sum ^ x) * 16777619
		}
	}
	for _, r := range t.R16 {
		add(uint32(r.Lo), uint32(r.Hi), uint32(r.Stride))
	}
	for _, r := range t.R32 {
		add(r.Lo, r.Hi, r.Stride)
	}
	return fmt.Sprint(len(t.R16), " ", len(t.R32), " ", t.LatinOffset, " ", count, " ", sum)
}

func show(name string, m map[string]*unicode.RangeTable) {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(name, len(keys))
	for _, k := range keys {
		// The same table under another name is the same pointer.
		same := ""
		for _, t := range tables {
			if t.table == m[k] {
				same = t.name
				break
			}
		}
		fmt.Print(k, "=", same)
		if same == "" {
			fmt.Print(describe(m[k]))
		}
		fmt.Print("; ")
	}
	fmt.Println()
}

func main() {
	for _, t := range tables {
		fmt.Println(t.name, describe(t.table))
	}
	show("Categories", unicode.Categories)
	show("Scripts", unicode.Scripts)
	show("Properties", unicode.Properties)
	show("FoldCategory", unicode.FoldCategory)
	show("FoldScript", unicode.FoldScript)
	aliases := make([]string, 0, len(unicode.CategoryAliases))
	for k, v := range unicode.CategoryAliases {
		aliases = append(aliases, k+"="+v)
	}
	sort.Strings(aliases)
	fmt.Println(aliases)
	fmt.Println(unicode.Version, len(unicode.GraphicRanges), len(unicode.PrintRanges))
	for i, t := range unicode.PrintRanges {
		fmt.Print(t == unicode.GraphicRanges[i], " ")
	}
	fmt.Println()
	sum := uint32(2166136261)
	for _, r := range unicode.CaseRanges {
		for _, x := range []uint32{r.Lo, r.Hi, uint32(r.Delta[0]), uint32(r.Delta[1]), uint32(r.Delta[2])} {
			sum = (sum ^ x) * 16777619
		}
	}
	fmt.Println(len(unicode.CaseRanges), sum)
	fmt.Println(unicode.TurkishCase, unicode.AzeriCase)
}

package master

// IsWorkbook tells whether the bytes are a workbook of Excel, and not a CSV file. Every other file gives an *Unusable that says what it
// is and what to do; name is its file name.
func IsWorkbook(name string, data []byte) (bool, error) {
	switch is := sniff(data); is {
	case aWorkbook:
		return true, nil
	case aCSV:
		return false, nil
	default:
		return false, inFile(name, unusable(string(is)))
	}
}

// Damaged makes an *Unusable of an error that the reader of packages gave of a file; name is its file name.
func Damaged(name string, err error) error { return inFile(name, err) }

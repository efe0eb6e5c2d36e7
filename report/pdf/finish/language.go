package finish

// Language gives the code of a language as the public bodies of the United Kingdom write it (RFC 5646): "en-GB" for "en". One that names its
// region already stays as it is.
func Language(code string) string {
	const letters = 2 // of a code without a region
	if len(code) != letters {
		return code
	}
	return code + "-GB"
}

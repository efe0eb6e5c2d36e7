package plainfile

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// Sum is the SHA-256 of bytes, in hex.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// SumFile is the SHA-256 of an ordinary file's bytes, in hex. The error is that of Open, or of reading.
func SumFile(path string) (string, error) {
	file, err := Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}

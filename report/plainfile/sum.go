package plainfile

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
)

// Digest is the SHA-256 of what is written to it.
type Digest struct{ hash.Hash }

// NewDigest is the one of nothing.
func NewDigest() Digest { return Digest{sha256.New()} }

// String is the sum so far, in hex.
func (d Digest) String() string { return hex.EncodeToString(d.Sum(nil)) }

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
	sum := NewDigest()
	_, err = io.Copy(sum, file)
	return sum.String(), err
}

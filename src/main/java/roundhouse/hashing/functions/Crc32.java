package roundhouse.hashing.functions;

/** Arithmetic on CRC-32 (IEEE) values as polynomials over two elements, their bits reversed. */
public final class Crc32 {
    private static final int POLYNOMIAL = 0xedb88320;

    private Crc32() {}

    /** The CRC of two texts one after the other, from the CRC of each and the length of the second in bytes. */
    public static long concatenated(long first, long second, long secondLength) {
        // The first's remainder is shifted by 8 bits for each byte of the second: multiplied by x to the power of 8 ×
        // length.
        int power = 1 << 31;
        int square = 1 << 23;
        for (long left = secondLength; left > 0; left >>>= 1) {
            if ((left & 1) != 0) {
                power = times(power, square);
            }
            square = times(square, square);
        }
        return HashFunction.unsigned(times((int) first, power)) ^ second;
    }

    /** The product modulo the polynomial; the top bit stands for 1. */
    private static int times(int a, int b) {
        int product = 0;
        for (int bit = 31; bit >= 0; bit--) {
            if (((a >>> bit) & 1) != 0) {
                product ^= b;
            }
            b = (b >>> 1) ^ ((b & 1) != 0 ? POLYNOMIAL : 0);
        }
        return product;
    }
}

package mien.engine.checkpoint.pickle;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mien.engine.checkpoint.pickle.PickleValue.Binary;
import mien.engine.checkpoint.pickle.PickleValue.Huge;
import mien.engine.checkpoint.pickle.PickleValue.Real;
import mien.engine.checkpoint.pickle.PickleValue.Text;
import mien.engine.checkpoint.pickle.PickleValue.Truth;
import mien.engine.checkpoint.pickle.PickleValue.Whole;
import mien.engine.checkpoint.storage.HeapBytes;
import mien.engine.checkpoint.storage.Malformed;

/** Values as the text protocols spell them, and ints as the binary ones do. */
final class Literals {

    /** No int in a file of weights is longer, in digits or bytes. */
    private static final int LONGEST = 1000;

    private Literals() {}

    /** An int of protocol 0; "00" and "01" are truths. */
    static PickleValue whole(String line) throws Malformed {
        String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
        expect(digits.length() <= LONGEST, "it has an int of over 1,000 digits");
        if (digits.equals("00") || digits.equals("01")) {
            return new Truth(digits.equals("01"));
        }
        try {
            return of(new BigInteger(digits.strip()));
        } catch (NumberFormatException e) {
            throw new Malformed("it has an int that is none");
        }
    }

    /** An int of protocol 2: two's complement, the lowest byte first. */
    static PickleValue whole(PickleInput in, long count) throws IOException, Malformed {
        expect(count >= 0 && count <= LONGEST, "it has an int of over 1,000 bytes");
        expect(count <= in.remaining(), "it ends in the middle");
        byte[] bytes = in.array((int) count);
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            byte low = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = low;
        }
        return bytes.length == 0 ? new Whole(0) : of(new BigInteger(bytes));
    }

    private static PickleValue of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? new Whole(value.longValue()) : new Huge(value);
    }

    static Real real(String line) throws Malformed {
        try {
            return switch (line) {
                case "inf" -> new Real(Double.POSITIVE_INFINITY);
                case "-inf" -> new Real(Double.NEGATIVE_INFINITY);
                case "nan", "-nan" -> new Real(Double.NaN);
                default -> new Real(Double.parseDouble(line));
            };
        } catch (NumberFormatException e) {
            throw new Malformed("it has a float that is none");
        }
    }

    /** A quoted string of protocol 0 with Python's escapes. */
    static Binary string(String line) throws Malformed {
        String s = line.stripTrailing();
        expect(
                s.length() >= 2 && (s.charAt(0) == '\'' || s.charAt(0) == '"'),
                "it has a string without quotes");
        expect(s.charAt(s.length() - 1) == s.charAt(0), "it has a string without an end");
        byte[] bytes = unescaped(s.substring(1, s.length() - 1));
        return bytes.length <= PickleValue.LONGEST_NAME
                ? PickleValue.shortBinary(bytes)
                : new Binary(HeapBytes.of(bytes));
    }

    private static byte[] unescaped(String s) throws Malformed {
        byte[] out = new byte[s.length()];
        int n = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c != '\\') {
                out[n++] = (byte) c;
                continue;
            }
            expect(++i < s.length(), "it has a string that breaks off");
            char e = s.charAt(i);
            if (e == 'x') {
                out[n++] = (byte) hex(s, i + 1, 2);
                i += 2;
            } else if (e >= '0' && e <= '7') {
                int value = 0;
                int end = Math.min(i + 3, s.length());
                for (; i < end && s.charAt(i) >= '0' && s.charAt(i) <= '7'; i++) {
                    value = 8 * value + s.charAt(i) - '0';
                }
                i--;
                out[n++] = (byte) value;
            } else {
                out[n++] = (byte) plain(e);
            }
        }
        return Arrays.copyOf(out, n);
    }

    private static char plain(char escaped) throws Malformed {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> 11;
            case '\\', '\'', '"' -> escaped;
            default -> throw new Malformed("it has a string with an unknown escape");
        };
    }

    /** A text of protocol 0: UTF-8 is not used, letters beyond Latin-1 are escaped. */
    static Text text(String line) throws Malformed {
        if (line.indexOf('\\') < 0) {
            return new Text(line);
        }
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            if (c == '\\' && (next == 'u' || next == 'U')) {
                int digits = next == 'u' ? 4 : 8;
                int letter = hex(line, i + 2, digits);
                expect(Character.isValidCodePoint(letter), "it has a letter that is none");
                out.appendCodePoint(letter);
                i += 1 + digits;
            } else {
                out.append(c);
            }
        }
        return new Text(out.toString());
    }

    private static int hex(String s, int at, int digits) throws Malformed {
        expect(at + digits <= s.length(), "it has an escape that breaks off");
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(s.charAt(i), 16);
            expect(digit >= 0, "it has an escape that is no number");
            value = 16 * value + digit;
        }
        return value;
    }

    /** The bytes of a line as UTF-8, which names of classes are. */
    static String utf8(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}

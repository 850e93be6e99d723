package mien.engine.checkpoint.pickle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.LatinBytes;

/**
 * One value of a pickle. Containers can hold themselves; whoever walks them has to stop somewhere.
 */
public sealed interface PickleValue
        permits PickleValue.Nothing,
                PickleValue.Truth,
                PickleValue.Whole,
                PickleValue.Huge,
                PickleValue.Real,
                PickleValue.Text,
                PickleValue.Binary,
                PickleValue.GlobalName,
                PickleValue.Persistent,
                PickleValue.Sequence,
                PickleValue.Mapping,
                Instance {

    /** The longest byte string that counts as a text. */
    int LONGEST_NAME = 1000;

    /** Python's None. */
    enum Nothing implements PickleValue {
        NONE
    }

    /** A bool. */
    record Truth(boolean value) implements PickleValue {}

    /** An int of 64 bits. */
    record Whole(long value) implements PickleValue {}

    /** A longer int. */
    record Huge(BigInteger value) implements PickleValue {}

    /** A float. */
    record Real(double value) implements PickleValue {}

    /** A text. */
    record Text(String value) implements PickleValue {}

    /** Bytes, or a Python-2 string; long ones still lie in the file. */
    record Binary(Bytes bytes) implements PickleValue {}

    /** A class or function, by name only. */
    record GlobalName(String module, String name) implements PickleValue {

        /** Module and name, joined by a dot. */
        public String qualified() {
            return module + "." + name;
        }
    }

    /** Something that lies outside the pickle, under an id that only the container understands. */
    record Persistent(PickleValue id) implements PickleValue {}

    /** A list, tuple or set. */
    final class Sequence implements PickleValue {
        private final List<PickleValue> items;

        Sequence(List<PickleValue> items) {
            this.items = new ArrayList<>(items);
        }

        public List<PickleValue> items() {
            return items;
        }

        /** The item at an index. */
        public Optional<PickleValue> at(int index) {
            return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
    }

    /** A dict, its entries in the order they were set; a key set twice counts the last time. */
    final class Mapping implements PickleValue {
        private final List<Entry> entries;

        Mapping() {
            this(List.of());
        }

        private Mapping(List<Entry> entries) {
            this.entries = new ArrayList<>(entries);
        }

        /** A key and its value. */
        public record Entry(PickleValue key, PickleValue value) {}

        /** A dict of these entries. */
        public static Mapping of(List<Entry> entries) {
            return new Mapping(entries);
        }

        void put(PickleValue key, PickleValue value) {
            entries.add(new Entry(key, value));
        }

        public List<Entry> entries() {
            return entries;
        }

        /** The value under a text. */
        public Optional<PickleValue> at(String key) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (text(entries.get(i).key()).filter(key::equals).isPresent()) {
                    return Optional.of(entries.get(i).value());
                }
            }
            return Optional.empty();
        }
    }

    /** A text of either Python. */
    static Optional<String> text(PickleValue value) {
        if (value instanceof Text text) {
            return Optional.of(text.value());
        }
        if (value instanceof Binary binary && binary.bytes() instanceof LatinBytes latin) {
            return Optional.of(latin.text());
        }
        return Optional.empty();
    }

    /** An int that fits 64 bits; Python 2 writes truths as ints and back. */
    static Optional<Long> whole(PickleValue value) {
        if (value instanceof Whole whole) {
            return Optional.of(whole.value());
        }
        return value instanceof Truth truth
                ? Optional.of(truth.value() ? 1L : 0L)
                : Optional.empty();
    }

    /** A short byte string, kept in memory. */
    static Binary shortBinary(byte[] bytes) {
        return new Binary(LatinBytes.of(new String(bytes, StandardCharsets.ISO_8859_1)));
    }
}

package mien.engine.checkpoint.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.pickle.PickleValue.GlobalName;
import mien.engine.checkpoint.pickle.PickleValue.Mapping;
import mien.engine.checkpoint.pickle.PickleValue.Nothing;
import mien.engine.checkpoint.pickle.PickleValue.Persistent;
import mien.engine.checkpoint.pickle.PickleValue.Real;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.pickle.PickleValue.Truth;
import mien.engine.checkpoint.pickle.PickleValue.Whole;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Malformed;

/**
 * Reads a pickle of protocols 0 to 5 by carrying out its instructions (the letters of Python's
 * {@code pickletools}) on values that are only descriptions: REDUCE, NEWOBJ, INST, OBJ and BUILD
 * call nothing and make an {@link Instance}.
 *
 * <p>Memory is bounded by the file's size and the number of instructions, which has a limit.
 */
public final class PickleReader {

    /** A checkpoint of 2,000 tensors takes about 100,000. */
    private static final int MOST_INSTRUCTIONS = 2_000_000;

    private static final int NEWEST_PROTOCOL = 5;

    private final PickleInput in;
    private final PickleStack stack = new PickleStack();
    private final List<PickleValue> persistent = new ArrayList<>();

    private PickleReader(PickleInput in) {
        this.in = in;
    }

    /** Reads the pickle that begins at a position; more may follow it. */
    public static Pickle read(Bytes bytes, long position) throws IOException, Malformed {
        PickleInput in = new PickleInput(bytes, position);
        PickleReader reader = new PickleReader(in);
        for (int i = 0; i < MOST_INSTRUCTIONS; i++) {
            int code = in.u1();
            if (code == '.') {
                return new Pickle(reader.stack.pop(), reader.persistent, in.position());
            }
            boolean known = reader.literal(code) || reader.structure(code) || reader.object(code);
            if (!known) {
                throw new Malformed("its instruction %d is unknown (0x%02x)".formatted(i, code));
            }
        }
        throw new Malformed("it has more than 2,000,000 instructions");
    }

    /** Instructions that push one value that they carry themselves. */
    private boolean literal(int code) throws IOException, Malformed {
        PickleValue value =
                switch (code) {
                    case 'N' -> Nothing.NONE;
                    case 0x88 -> new Truth(true);
                    case 0x89 -> new Truth(false);
                    case 'I', 'L' -> Literals.whole(in.line());
                    case 'J' -> new Whole(in.i4());
                    case 'K' -> new Whole(in.u1());
                    case 'M' -> new Whole(in.u2());
                    case 0x8a -> Literals.whole(in, in.u1());
                    case 0x8b -> Literals.whole(in, in.i4());
                    case 'F' -> Literals.real(in.line());
                    case 'G' -> new Real(in.f8());
                    case 'S' -> Literals.string(in.line());
                    case 'T' -> in.binary(in.i4());
                    case 'U', 'C' -> in.binary(in.u1());
                    case 'B' -> in.binary(in.u4());
                    case 0x8e, 0x96 -> in.binary(in.u8());
                    case 'V' -> Literals.text(in.line());
                    case 'X' -> in.text(in.u4());
                    case 0x8c -> in.text(in.u1());
                    case 0x8d -> in.text(in.u8());
                    default -> null;
                };
        if (value != null) {
            stack.push(value);
        }
        return value != null;
    }

    /** Instructions that build containers, keep values and fetch them again. */
    private boolean structure(int code) throws IOException, Malformed {
        switch (code) {
            case 0x80 -> expect(in.u1() <= NEWEST_PROTOCOL, "it is of a protocol newer than 5");
            case 0x95 -> in.u8(); // a frame's length, for readers of streams
            case '(' -> stack.mark();
            case '0' -> stack.drop();
            case '1' -> stack.popToMark();
            case '2' -> stack.push(stack.top());
            case ']', ')', 0x8f -> stack.push(new Sequence(List.of()));
            case 'l', 't', 0x91 -> stack.push(new Sequence(stack.popToMark()));
            case 0x85 -> stack.push(new Sequence(last(1)));
            case 0x86 -> stack.push(new Sequence(last(2)));
            case 0x87 -> stack.push(new Sequence(last(3)));
            case '}' -> stack.push(new Mapping());
            case 'd' -> {
                List<PickleValue> pairs = stack.popToMark();
                stack.push(new Mapping());
                set(pairs);
            }
            case 'a' -> append(List.of(stack.pop()));
            case 'e', 0x90 -> append(stack.popToMark());
            case 's' -> set(last(2));
            case 'u' -> set(stack.popToMark());
            case 'p' -> stack.keep(number(in.line()));
            case 'q' -> stack.keep(in.u1());
            case 'r' -> stack.keep(in.u4());
            case 0x94 -> stack.keepNext();
            case 'g' -> stack.push(stack.kept(number(in.line())));
            case 'h' -> stack.push(stack.kept(in.u1()));
            case 'j' -> stack.push(stack.kept(in.u4()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Instructions by which Python would look up, call and fill. */
    private boolean object(int code) throws IOException, Malformed {
        switch (code) {
            case 'c' -> stack.push(global());
            case 0x93 -> {
                List<PickleValue> names = last(2);
                Optional<String> module = PickleValue.text(names.get(0));
                Optional<String> name = PickleValue.text(names.get(1));
                expect(module.isPresent() && name.isPresent(), "it names a class by no text");
                stack.push(named(module.get(), name.get()));
            }
            case 'R', 0x81 -> {
                List<PickleValue> both = last(2);
                stack.push(new Instance(both.get(0), arguments(both.get(1))));
            }
            case 0x92 -> {
                List<PickleValue> three = last(3); // arguments by name name nothing that is read
                stack.push(new Instance(three.get(0), arguments(three.get(1))));
            }
            case 'i' -> {
                GlobalName called = global();
                stack.push(new Instance(called, new Sequence(stack.popToMark())));
            }
            case 'o' -> {
                List<PickleValue> all = stack.popToMark();
                expect(!all.isEmpty(), "it makes an object of no class");
                List<PickleValue> arguments = all.subList(1, all.size());
                stack.push(new Instance(all.get(0), new Sequence(arguments)));
            }
            case 'b' -> {
                PickleValue state = stack.pop();
                expect(stack.top() instanceof Instance, "it fills what is no object");
                ((Instance) stack.top()).build(state);
            }
            case 'P' -> outside(PickleValue.shortBinary(in.line().getBytes(ISO_8859_1)));
            case 'Q' -> outside(stack.pop());
            case 0x82, 0x83, 0x84 ->
                    throw new Malformed("it names classes by numbers that only its writer knows");
            case 0x97, 0x98 -> throw new Malformed("it keeps parts of itself in another file");
            default -> {
                return false;
            }
        }
        return true;
    }

    private GlobalName global() throws IOException, Malformed {
        String module = Literals.utf8(in.line());
        return named(module, Literals.utf8(in.line()));
    }

    private static GlobalName named(String module, String name) throws Malformed {
        expect(
                module.length() + name.length() <= PickleValue.LONGEST_NAME,
                "it has a class whose name is over 1,000 letters long");
        return new GlobalName(module, name);
    }

    private void outside(PickleValue id) {
        persistent.add(id);
        stack.push(new Persistent(id));
    }

    /** The last few values, in the order they were pushed. */
    private List<PickleValue> last(int count) throws Malformed {
        PickleValue[] values = new PickleValue[count];
        for (int i = count - 1; i >= 0; i--) {
            values[i] = stack.pop();
        }
        return List.of(values);
    }

    private static Sequence arguments(PickleValue value) throws Malformed {
        expect(value instanceof Sequence, "it makes an object of what is no list of arguments");
        return (Sequence) value;
    }

    private static long number(String line) throws Malformed {
        Optional<Long> number = PickleValue.whole(Literals.whole(line));
        expect(number.isPresent(), "it keeps a value under no number");
        return number.get();
    }

    private void append(List<PickleValue> items) throws Malformed {
        PickleValue list = stack.top();
        if (list instanceof Sequence sequence) {
            sequence.items().addAll(items);
        } else if (list instanceof Instance instance) {
            instance.items().addAll(items);
        } else {
            throw new Malformed("it appends to what is no list");
        }
    }

    private void set(List<PickleValue> pairs) throws Malformed {
        expect(pairs.size() % 2 == 0, "it sets a key without a value");
        PickleValue dict = stack.top();
        Mapping mapping;
        if (dict instanceof Mapping plain) {
            mapping = plain;
        } else if (dict instanceof Instance instance) {
            mapping = instance.entries();
        } else {
            throw new Malformed("it sets a key of what is no dictionary");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            mapping.put(pairs.get(i), pairs.get(i + 1));
        }
    }
}

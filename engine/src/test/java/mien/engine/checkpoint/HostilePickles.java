package mien.engine.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Pickles that would run something, or that ask for more than there is. */
final class HostilePickles {

    private HostilePickles() {}

    static Stream<HostileFile> all() {
        return Stream.of(calls(), bombs(), counts(), broken()).flatMap(s -> s);
    }

    private static Stream<HostileFile> calls() {
        String nothing = "it holds no tensors";
        return Stream.of(
                text("os.system in text", "cos\nsystem\n(S'touch /tmp/hit'\ntR.", nothing),
                text("a class instance in text", "(ios\nsystem\n.", nothing),
                text("eval by OBJ", "(c__builtin__\neval\nS'1'\no.", nothing),
                binary(
                        "os.system by REDUCE",
                        PickleForge.begun().global("os", "system").op('(').text("true").op("tR"),
                        nothing),
                binary(
                        "subprocess by NEWOBJ_EX",
                        PickleForge.begun()
                                .raw(0x80, 4)
                                .text("subprocess")
                                .text("Popen")
                                .raw(0x93)
                                .op(")}")
                                .raw(0x92),
                        nothing),
                binary(
                        "a call through copyreg",
                        PickleForge.begun()
                                .global("copy_reg", "_reconstructor")
                                .op('(')
                                .global("os", "system")
                                .global("a", "b")
                                .op("NtR"),
                        nothing),
                binary(
                        "a tensor made by another function",
                        PickleForge.begun()
                                .global("torch._utils", "_rebuild_tensor_v2")
                                .op('(')
                                .global("os", "system")
                                .op('(')
                                .text("true")
                                .op("tR")
                                .number(0)
                                .numbers(1)
                                .numbers(1)
                                .op("tR"),
                        "not described as PyTorch does"),
                binary(
                        "numbers by extension registry",
                        PickleForge.begun().raw(0x82, 1),
                        "only its writer knows"),
                binary(
                        "a buffer elsewhere",
                        PickleForge.begun().raw(0x80, 5, 0x97),
                        "in another file"),
                binary(
                        "an expression of chumpy",
                        PickleForge.begun()
                                .op('}')
                                .text("v")
                                .global("chumpy.ch_ops", "add")
                                .op(")")
                                .raw(0x81)
                                .op("}bs"),
                        "'v': it is an expression of chumpy (chumpy.ch_ops.add)"));
    }

    private static HostileFile text(String name, String pickle, String why) {
        return new HostileFile(name, pickle.getBytes(StandardCharsets.ISO_8859_1), why);
    }

    private static HostileFile binary(String name, PickleForge pickle, String why) {
        return new HostileFile(name, pickle.done(), why);
    }

    private static Stream<HostileFile> bombs() {
        int levels = 500_000;
        PickleForge nested = PickleForge.begun();
        byte[] lists = new byte[levels];
        Arrays.fill(lists, (byte) ']');
        byte[] appends = new byte[levels - 1];
        Arrays.fill(appends, (byte) 'a');
        nested.raw(lists).raw(appends);

        PickleForge doubled = PickleForge.begun().op(']').raw('q', 0);
        for (int i = 0; i < 60; i++) { // each list holds the one before it twice
            doubled.op("](").raw('h', i, 'h', i).op('e').raw('q', i + 1);
        }
        PickleForge wide = PickleForge.begun().op("](");
        for (int i = 0; i < 1000; i++) {
            wide.op('N');
        }
        wide.op('e').raw('q', 0).op("](");
        for (int i = 0; i < 1000; i++) {
            wide.raw('h', 0);
        }
        wide.op('e').raw('q', 1).op("](");
        for (int i = 0; i < 1000; i++) {
            wide.raw('h', 1);
        }
        wide.op('e');

        byte[] endless = new byte[4_200_000];
        for (int i = 0; i < endless.length; i++) {
            endless[i] = (byte) (i % 2 == 0 ? 'N' : '0');
        }
        PickleForge name = PickleForge.begun();
        name.op('}').text("n".repeat(2000)).op("]s");
        return Stream.of(
                binary("500,000 lists in one another", nested, "more than 100 levels"),
                binary("2^60 lists by memo", doubled, "more than 1,000,000 values"),
                binary("10^9 values by memo", wide, "more than 1,000,000 values"),
                binary(
                        "a list that holds itself",
                        PickleForge.begun().op(']').raw('q', 0, 'h', 0).op('a'),
                        "more than 100 levels"),
                binary(
                        "a parameter that wraps itself",
                        PickleForge.begun()
                                .op(']')
                                .raw('q', 0)
                                .global("torch._utils", "_rebuild_parameter")
                                .raw('h', 0)
                                .op("R")
                                .raw('q', 1)
                                .op("0")
                                .raw('h', 0, 'h', 1)
                                .op("a0")
                                .raw('h', 1),
                        "more than 100 levels"),
                binary(
                        "four million instructions",
                        PickleForge.begun().raw(endless).op('N'),
                        "more than 2,000,000 instructions"),
                binary("a name of 2,000 letters", name, "over 1,000 letters"));
    }

    private static Stream<HostileFile> counts() {
        int most = Integer.MAX_VALUE;
        byte[] huge = {-1, -1, -1, -1, -1, -1, -1, 0x7f};
        byte[] negative = {0, 0, 0, 0, 0, 0, 0, -128};
        String longer = "longer than the file";
        return Stream.of(
                binary("a text of 2 GiB", PickleForge.begun().op('X').i4(most), longer),
                binary("a text of 4 GiB", PickleForge.begun().op('X').i4(-1), longer),
                binary("bytes of 2^63", PickleForge.begun().raw(0x8e).raw(huge), longer),
                binary("bytes of −2^63", PickleForge.begun().raw(0x96).raw(negative), longer),
                binary("a string of −1", PickleForge.begun().op('T').i4(-1), longer),
                binary(
                        "an int of 2 GiB",
                        PickleForge.begun().raw(0x8b).i4(most),
                        "int of over 1,000"),
                binary("an int of −1 bytes", PickleForge.begun().raw(0x8b).i4(-1), "over 1,000"),
                text("an int of 5,000 digits", "(lI" + "9".repeat(5000) + "\na.", "over 1,000"),
                text("a class with a long name", "(l" + "c" + "a".repeat(2000) + "\nb\n", "1,000"));
    }

    private static Stream<HostileFile> broken() {
        return Stream.of(
                binary("an unknown instruction", PickleForge.begun().raw(0xff), "unknown (0xff)"),
                binary("protocol 6", PickleForge.begun().raw(0x80, 6), "newer than 5"),
                new HostileFile("no end", new byte[] {(byte) 0x80, 2, ']'}, "ends in the middle"),
                binary("nothing at all", PickleForge.begun(), "where there is none"),
                binary("a pop too many", PickleForge.begun().op("N00"), "where there is none"),
                binary(
                        "a pop through a mark",
                        PickleForge.begun().op("N(a"),
                        "where there is none"),
                binary("no mark", PickleForge.begun().op("Nt"), "a mark where there is none"),
                binary("an unknown memo", PickleForge.begun().raw('h', 9), "never kept"),
                binary("a memo of nothing", PickleForge.begun().raw('q', 0), "where there is none"),
                binary("an append to a dict", PickleForge.begun().op("}Na"), "what is no list"),
                binary("a key in a list", PickleForge.begun().op("]NNs"), "what is no dictionary"),
                binary("a key alone", PickleForge.begun().op("}(Nu"), "without a value"),
                binary("state of a list", PickleForge.begun().op("]}b"), "fills what is no object"),
                binary("a call without arguments", PickleForge.begun().op("NNR"), "arguments"),
                binary("an object of no class", PickleForge.begun().op("(o"), "no class"),
                binary("a class by no name", PickleForge.begun().op("NN").raw(0x93), "no text"),
                text("a string without quotes", "(lSab\na.", "without quotes"),
                text("a string that breaks off", "(lS'ab\\x4'\na.", "escape that breaks off"),
                text("an int of letters", "(lIab\na.", "int that is none"),
                text("a float of letters", "(lFab\na.", "float that is none"),
                text("a memo of letters", "(lpab\n.", "int that is none"),
                text("a letter beyond all letters", "(lV\\UFFFFFFFF\na.", "letter that is none"));
    }
}

package mien.engine.checkpoint.pickle;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.storage.Malformed;

/** The values under way, the marks between them, and the memo. */
final class PickleStack {

    private final List<PickleValue> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Long, PickleValue> memo = new HashMap<>();

    void push(PickleValue value) {
        values.add(value);
    }

    PickleValue pop() throws Malformed {
        expect(values.size() > floor(), "it takes a value where there is none");
        return values.remove(values.size() - 1);
    }

    PickleValue top() throws Malformed {
        expect(values.size() > floor(), "it takes a value where there is none");
        return values.get(values.size() - 1);
    }

    private int floor() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    }

    void mark() {
        marks.add(values.size());
    }

    /** Takes away a value, or a mark that lies on top. */
    void drop() throws Malformed {
        if (!marks.isEmpty() && floor() == values.size()) {
            marks.remove(marks.size() - 1);
        } else {
            pop();
        }
    }

    /** Takes the values above the last mark, and the mark. */
    List<PickleValue> popToMark() throws Malformed {
        expect(!marks.isEmpty(), "it goes back to a mark where there is none");
        List<PickleValue> above = values.subList(marks.remove(marks.size() - 1), values.size());
        List<PickleValue> taken = List.copyOf(above);
        above.clear();
        return taken;
    }

    /** Keeps the topmost value under a number. */
    void keep(long number) throws Malformed {
        memo.put(number, top());
    }

    void keepNext() throws Malformed {
        keep(memo.size());
    }

    PickleValue kept(long number) throws Malformed {
        PickleValue value = memo.get(number);
        expect(value != null, "it refers to a value that it never kept");
        return value;
    }
}

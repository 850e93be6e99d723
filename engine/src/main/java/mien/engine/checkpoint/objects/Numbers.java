package mien.engine.checkpoint.objects;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.util.Optional;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.storage.Malformed;

/** Tuples of ints, such as shapes. */
final class Numbers {

    /** No shape is longer; some file might let a million of them share one endless tuple. */
    private static final int MOST = 64;

    private Numbers() {}

    static long[] of(Optional<PickleValue> tuple, String otherwise) throws Malformed {
        expect(tuple.isPresent() && tuple.get() instanceof Sequence, otherwise);
        Sequence sequence = (Sequence) tuple.get();
        expect(sequence.items().size() <= MOST, otherwise);
        long[] numbers = new long[sequence.items().size()];
        for (int i = 0; i < numbers.length; i++) {
            Optional<Long> number = PickleValue.whole(sequence.items().get(i));
            expect(number.isPresent(), otherwise);
            numbers[i] = number.get();
        }
        return numbers;
    }
}

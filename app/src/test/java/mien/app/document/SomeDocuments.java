package mien.app.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.engine.edit.Direction;
import mien.engine.edit.RunSettings;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** Documents of a seed. */
public final class SomeDocuments {

    public static final ToySystem TOY = new ToySystem();

    private SomeDocuments() {}

    public static Picture picture(long seed, int side) {
        int[] argb = new Random(seed).ints((long) side * side).toArray(); // some see-through
        return new Picture(side, side, argb);
    }

    /** An edit of a picture, with a result. */
    public static LiveEdit<ToySpec> edit(Picture source, long seed) {
        Random random = new Random(seed);
        ToySpec spec =
                ToySpec.found(source)
                        .withLight(
                                new Direction(
                                        360 * random.nextDouble() - 180, 90 * random.nextDouble()))
                        .withStrength(random.nextDouble());
        RunSettings settings = RunSettings.DEFAULT.withSeed(random.nextLong()).withSteps(7);
        Picture result = picture(seed + 1000, source.width());
        return new LiveEdit<>(TOY, spec, settings, Optional.of("demo"), Optional.of(result));
    }

    /** Two edits, the second of the first one's result, a starred version and a view. */
    public static DocumentState document(long seed) {
        Picture picture = picture(seed, 24);
        LiveEdit<ToySpec> first = edit(picture, seed + 1);
        LiveEdit<ToySpec> second = edit(first.result().orElseThrow(), seed + 2);
        Mark mark = new Mark("the warm one", 0, edit(picture, seed + 3));
        return DocumentState.of("Anna " + seed, picture)
                .withEdit(0, first)
                .withEdit(1, second)
                .withMarks(List.of(mark))
                .withView(new View(2.5, 10.25, 7, 90, true, Optional.of(TOY.id())));
    }

    /** An edit of a system that is not installed, with a mask. */
    public static StoredEdit foreign(long seed) {
        byte[] soft = new byte[20 * 30];
        new Random(seed).nextBytes(soft);
        SavedSpec saved =
                new SavedSpec(
                        4,
                        TOY.save(ToySpec.found(picture(1, 2))).values(),
                        Map.of("reference", picture(seed, 9)),
                        Map.of("face", new Mask(20, 30, soft)));
        return new StoredEdit(
                "some-day", saved, RunSettings.DEFAULT, Optional.empty(), Optional.empty());
    }
}

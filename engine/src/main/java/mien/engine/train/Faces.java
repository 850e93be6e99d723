package mien.engine.train;

import java.io.IOException;
import java.nio.file.Path;
import mien.engine.tensor.NoiseSource;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;

/**
 * Drawn people with the labels that the experts of a face learn from, framed as faces are before
 * they are swapped: one record a picture, 8-bit picture and parsing, and {@link Labels}. A person's
 * looks follow one another.
 */
final class Faces implements People {

    private static final int FIRST_FOR_EVALUATION = 1_000_000;

    private final int side;
    private final int looks;
    private final long firstSeed;
    private final Records records;

    private Faces(int side, int looks, long firstSeed, Records records) {
        this.side = side;
        this.looks = looks;
        this.firstSeed = firstSeed;
        this.records = records;
    }

    private static int bytes(int side) {
        return 1 + 4 * side * side + 4 * Labels.COUNT;
    }

    /** The people of a recipe, kept in a file that is made and filled if need be. */
    static Faces in(Path file, Recipe.Data data, int side) {
        return new Faces(
                side,
                data.looks(),
                data.firstSeed(),
                Records.in(file, data.people() * data.looks(), bytes(side)));
    }

    /** People for evaluation, drawn now and kept in memory. */
    static Faces unseen(int people, int looks, int side) {
        Records memory = Records.inMemory(people * looks, bytes(side));
        Faces faces = new Faces(side, looks, FIRST_FOR_EVALUATION, memory);
        while (faces.complete() < faces.capacity()) {
            faces.draw();
        }
        return faces;
    }

    /** Draws the next picture; one thread draws. */
    void draw() {
        long seed = firstSeed + complete() / looks;
        int look = complete() % looks;
        Portrait portrait = portrait(seed, look, side);
        records.append(
                at -> {
                    Planes.put(at, portrait.rgb());
                    at.put(portrait.parsing());
                    Labels.of(portrait).write(at);
                });
    }

    /** One look of a person, mostly disguised, framed as faces are before they are swapped. */
    static Portrait portrait(long seed, int look, int side) {
        Identity who = Disguise.of(seed, look);
        return DrawnPeople.render(who, framed(who, seed, look), side);
    }

    private static Look framed(Identity who, long seed, int look) {
        return Framing.of(who, Look.of(seed, look), NoiseSource.of(~seed, look));
    }

    /**
     * The true answer of a swap, drawn now: what is seen of one picture with the head and the skin
     * of another's person.
     *
     * @param target a picture
     * @param source another, of whom only the person counts
     * @param to its side
     */
    Portrait swapped(int target, int source, int to) {
        long seed = firstSeed + target / looks;
        Identity seen = Disguise.of(seed, target % looks);
        Look look = framed(seen, seed, target % looks);
        return DrawnPeople.render(identity(source).dressedAs(seen), look, to);
    }

    int side() {
        return side;
    }

    /** Pictures of each person. */
    int looks() {
        return looks;
    }

    /** How many people have all their looks. */
    int people() {
        return complete() / looks;
    }

    @Override
    public int complete() {
        return records.complete();
    }

    @Override
    public int capacity() {
        return records.capacity();
    }

    /**
     * A picture at its side or a whole fraction of it, each pixel the mean of those it covers.
     *
     * @return planar red, green, blue, 0 to 1 [3·to²]
     */
    float[] picture(int index, int to) {
        return new Planes(records.at(index), side).bytes(0, 3, to);
    }

    /** The parsing class of every pixel [side²]. */
    byte[] parsing(int index) {
        byte[] classes = new byte[side * side];
        records.at(index).position(3 * side * side).get(classes);
        return classes;
    }

    /** Who is on a picture, undisguised. */
    Identity identity(int index) {
        return Identity.of(firstSeed + index / looks);
    }

    Labels labels(int index) {
        return Labels.read(records.at(index).position(4 * side * side));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}

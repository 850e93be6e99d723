package mien.engine.train;

import java.nio.file.Path;
import java.util.List;

/** Six people of three looks at 64 pixels, with the labels of their faces. */
final class TinyFaces {

    static final int SIDE = 64;
    static final Recipe.Data DATA = new Recipe.Data(6, 3, 0);

    private TinyFaces() {}

    static Faces people(Path folder) {
        Faces faces = Faces.in(folder.resolve("faces"), DATA, SIDE);
        while (faces.complete() < faces.capacity()) {
            faces.draw();
        }
        return faces;
    }

    /** A recipe for them: float32, batches of 6, one learning rate. */
    static Recipe recipe(Learner learner, int size, int steps) {
        return new Recipe(
                "tiny",
                learner,
                DATA,
                new Recipe.Optimiser(0.99, 0, 5, 0.9, "float32"),
                List.of(new Recipe.Stage(size, 6, 1, steps, 0, 2e-3, 2e-3)),
                7,
                "");
    }
}

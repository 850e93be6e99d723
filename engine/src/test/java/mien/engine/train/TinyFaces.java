package mien.engine.train;

import java.nio.file.Path;
import java.util.List;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.net.ArcFace;
import mien.engine.tensor.ScalarType;

/** Six people of three looks at 64 pixels, with the labels of their faces. */
final class TinyFaces {

    static final int SIDE = 64;
    static final Recipe.Data DATA = new Recipe.Data(6, 3, 0);

    static final ArcFace.Config NETWORK = new ArcFace.Config(List.of(1, 1, 1, 1), false, 4, 8, 32);

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

    static Trainer<?> trainer(Recipe recipe, Path run, Faces faces) {
        return new Trainer<>(
                recipe,
                new RunFolder(run),
                ((Learner.OfFaces) recipe.learns()).objective(recipe, faces));
    }

    static Learner identity() {
        return new IdentityLearner("identity", NETWORK, 0.1, 10_000, 8, 2);
    }

    /** An identity network that learnt for a while. */
    static Path known(Path folder, Faces faces, int steps) {
        Path file = folder.resolve("identity.safetensors");
        try (Trainer<?> trainer =
                trainer(recipe(identity(), 64, steps), folder.resolve("known"), faces)) {
            trainer.run(() -> false, p -> {}, faces);
            trainer.export(file, ScalarType.FLOAT32);
        }
        return file;
    }

    /**
     * @param known the identity network's file
     * @param alike weight of the identity term in every second batch
     * @param swapped share of true swaps
     */
    static SwapLearner swap(Path known, double alike, double swapped) {
        return new SwapLearner(
                Target.V,
                TinyTraining.unet(2),
                new SwapLearner.Recogniser(known.toString(), NETWORK),
                0.5,
                0.5,
                1,
                alike,
                2,
                0.4,
                0.2,
                swapped,
                new Emphasis(3, 15));
    }
}

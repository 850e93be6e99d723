package mien.app.prefs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mien.engine.EngineOptions;
import mien.engine.edit.RunSettings;
import mien.engine.model.ModelLibrary;

/**
 * How edits run, are shown, kept and exported.
 *
 * @param modelFolders where models are looked for besides the standard places
 * @param device {@code auto}, {@code cpu} or {@code cuda}
 * @param precision {@code auto}, {@code float32}, {@code bfloat16} or {@code float16}
 * @param threads of the processor for one operator; 0: all that there are
 * @param previews whether each step's picture appears while an edit runs
 * @param previewStrength how strongly it covers the picture before, 0.1 … 1
 * @param autosave whether every action is kept at once, for the time after a crash
 * @param export what an export begins with
 */
public record Work(
        List<Path> modelFolders,
        String device,
        String precision,
        int threads,
        boolean previews,
        double previewStrength,
        boolean autosave,
        Export export) {

    static final List<String> DEVICES = List.of("auto", "cpu", "cuda");
    static final List<String> PRECISIONS = List.of("auto", "float32", "bfloat16", "float16");
    static final int MOST_THREADS = 256;

    private static final String THREADS = "ai.djl.pytorch.num_threads";

    public static final Work DEFAULT =
            new Work(List.of(), "auto", "auto", 0, true, 1, true, Export.DEFAULT);

    /**
     * What an export begins with.
     *
     * @param format {@code png}, {@code jpeg}, {@code tiff}, {@code psd} or {@code ora}
     * @param quality of JPEG, 1 … 100
     * @param recipe whether the settings of the edit go into the file
     * @param share whether private settings (paths, names) are left out
     * @param originalSize whether results are enlarged to the size of their original
     * @param steps whether a contact sheet of the steps is written as well
     */
    public record Export(
            String format,
            int quality,
            boolean recipe,
            boolean share,
            boolean originalSize,
            boolean steps) {

        static final List<String> FORMATS = List.of("png", "jpeg", "tiff", "psd", "ora");

        public static final Export DEFAULT = new Export("png", 95, true, false, false, false);

        public Export {
            if (!FORMATS.contains(format) || quality < 1 || quality > 100) {
                throw new IllegalArgumentException("no export is " + format + " at " + quality);
            }
        }

        public Export withFormat(String now) {
            return new Export(now, quality, recipe, share, originalSize, steps);
        }

        public Export withQuality(int now) {
            return new Export(format, now, recipe, share, originalSize, steps);
        }

        public Export withRecipe(boolean now) {
            return new Export(format, quality, now, share, originalSize, steps);
        }

        public Export withShare(boolean now) {
            return new Export(format, quality, recipe, now, originalSize, steps);
        }
    }

    public Work {
        modelFolders = List.copyOf(modelFolders);
        boolean known = DEVICES.contains(device) && PRECISIONS.contains(precision);
        if (!known || threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "no edit runs on %s in %s with %d threads"
                            .formatted(device, precision, threads));
        }
        if (!(previewStrength >= 0.1 && previewStrength <= 1)) {
            throw new IllegalArgumentException("no preview covers " + previewStrength);
        }
    }

    /** How the engine is to be opened: with the standard places for models first. */
    public EngineOptions open(EngineOptions options) {
        if (modelFolders.isEmpty()) {
            return options;
        }
        List<Path> folders = new ArrayList<>(ModelLibrary.standard().folders());
        modelFolders.stream().filter(f -> !folders.contains(f)).forEach(folders::add);
        return options.withModelFolders(folders);
    }

    /** How edits are to be run. */
    public RunSettings run(RunSettings settings) {
        return settings.withDevice(device).withPrecision(precision);
    }

    /** Whether edits are run in the same way. */
    public boolean runsLike(Work other) {
        return device.equals(other.device) && precision.equals(other.precision);
    }

    /** Tells the library how many threads to use; only before it is loaded. */
    public void chooseThreads() {
        if (threads > 0) {
            System.setProperty(THREADS, Integer.toString(threads));
        }
    }

    public Work withModelFolders(List<Path> now) {
        return new Work(
                now, device, precision, threads, previews, previewStrength, autosave, export);
    }

    public Work withDevice(String now) {
        return new Work(
                modelFolders, now, precision, threads, previews, previewStrength, autosave, export);
    }

    public Work withPrecision(String now) {
        return new Work(
                modelFolders, device, now, threads, previews, previewStrength, autosave, export);
    }

    public Work withThreads(int now) {
        return new Work(
                modelFolders, device, precision, now, previews, previewStrength, autosave, export);
    }

    public Work withPreviews(boolean on, double strength) {
        return new Work(modelFolders, device, precision, threads, on, strength, autosave, export);
    }

    public Work withAutosave(boolean now) {
        return new Work(
                modelFolders, device, precision, threads, previews, previewStrength, now, export);
    }

    public Work withExport(Export now) {
        return new Work(
                modelFolders, device, precision, threads, previews, previewStrength, autosave, now);
    }
}

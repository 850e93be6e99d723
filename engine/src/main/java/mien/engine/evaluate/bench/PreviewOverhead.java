package mien.engine.evaluate.bench;

import java.util.ArrayList;
import java.util.List;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;

/**
 * What one preview costs a step of an edit, x̂₀ from the device to a picture and its meters, and by
 * how much all of them lengthen the edit; which must come to the same picture without them.
 */
final class PreviewOverhead implements Benchmark {

    private static final int RUNS = 10;

    @Override
    public String name() {
        return "preview.overhead";
    }

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Measurement measure(String auto) {
        ModelPack pack =
                ModelLibrary.standard()
                        .preferred("relight")
                        .orElseThrow(() -> new Unavailable("no model for relight is installed"));
        Relight relight = new Relight();
        try (BenchRun run = new BenchRun(RunSettings.DEFAULT, pack)) {
            RelightSpec spec = DemoEdit.turned(relight.open(DemoEdit.portrait(), run));
            Picture first = relight.run(spec, run);
            run.forget();
            List<Double> with = new ArrayList<>();
            List<Double> without = new ArrayList<>();
            Measurement previews =
                    Taking.auto(name())
                            .of(
                                    () -> {
                                        for (int i = 0; i < 2 * RUNS; i++) {
                                            boolean watched = i % 2 == 0;
                                            run.watch(watched);
                                            long start = System.nanoTime();
                                            Picture made = relight.run(spec, run);
                                            (watched ? with : without).add(Times.since(start));
                                            requireSame(first, made);
                                        }
                                        return Times.of(run.previews());
                                    });
            return previews.with(Figure.OVERHEAD, median(with) / median(without) - 1);
        }
    }

    private static void requireSame(Picture first, Picture made) {
        if (!first.equals(made)) {
            throw new IllegalStateException("an edit has other bytes without previews than with");
        }
    }

    private static double median(List<Double> millis) {
        return Times.of(millis.stream().mapToDouble(Double::doubleValue).toArray()).p50();
    }
}

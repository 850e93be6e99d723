package mien.engine.evaluate.bench;

import java.util.List;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.model.ModelLibrary;
import mien.engine.model.ModelPack;

/** What one preview costs a step of an edit: x̂₀ from the device to a picture. */
final class PreviewOverhead implements Benchmark {

    private static final int RUNS = 6;

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
            relight.run(spec, run);
            run.forget();
            return Taking.auto(name())
                    .of(
                            () -> {
                                for (int i = 0; i < RUNS; i++) {
                                    relight.run(spec, run);
                                }
                                return Times.of(run.previews());
                            });
        }
    }
}

package mien.engine.evaluate.bench;

import java.util.List;

/**
 * A whole edit of an opened portrait with the installed pack: 20 steps, each with its preview,
 * through the engine.
 */
final class DemoRelight implements Benchmark {

    private static final int STEPS = 20;
    private static final int WARM_UP = 2;
    private static final int RUNS = 9;

    @Override
    public String name() {
        return "demo.relight";
    }

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Measurement measure(String auto) {
        try (DemoEdit<?> edit = DemoEdit.relight(STEPS)) {
            return Taking.auto(name())
                    .of(() -> Times.measured(WARM_UP, RUNS, edit))
                    .with(Figure.FIRST_PREVIEW, edit.firstPreview(WARM_UP));
        }
    }
}

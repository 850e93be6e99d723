package mien.engine.evaluate.bench;

import java.util.List;

/**
 * A whole face swap of opened pictures with the installed pack through the engine: 75 steps, the
 * experts of the pack's own guidance, eight views of the face, a preview each.
 */
final class DemoSwap implements Benchmark {

    private static final int STEPS = 75; // T of program and paper
    private static final int WARM_UP = 1;
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "swap.demo";
    }

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Measurement measure(String auto) {
        try (DemoEdit<?> edit = DemoEdit.swap(STEPS)) {
            return Taking.auto(name())
                    .of(() -> Times.measured(WARM_UP, RUNS, edit))
                    .with(Figure.FIRST_PREVIEW, edit.firstPreview(WARM_UP));
        }
    }
}

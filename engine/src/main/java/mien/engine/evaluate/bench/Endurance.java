package mien.engine.evaluate.bench;

import java.util.List;
import mien.engine.evaluate.machine.Memory;

/**
 * Many edits in one process: whether memory stays what it was after the twentieth.
 *
 * @param runs how many; more than twenty
 */
record Endurance(int runs) implements Benchmark {

    private static final int STEPS = 8;
    private static final int SETTLED = 20;

    @Override
    public String name() {
        return "demo.endurance";
    }

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Benchmark times(int edits) {
        return new Endurance(edits);
    }

    @Override
    public Measurement measure(String auto) {
        try (DemoEdit<?> edit = DemoEdit.relight(STEPS)) {
            Times.measured(0, SETTLED, edit);
            long before = Memory.resident();
            return Taking.auto(name())
                    .of(() -> Times.measured(0, Math.max(1, runs - SETTLED), edit))
                    .with(Figure.GROWTH, (double) Memory.resident() / before - 1);
        }
    }
}

package mien.engine.diffusion;

/**
 * count + 1 timesteps from 0 to T − 1, as evenly in λ as whole ones can be, without the 0: the
 * steps that methods in λ are made for (Lu et al. 2022, DPM-Solver). Near the picture, where a
 * timestep is longer than a part, they follow one another.
 *
 * @param chain the chain they are taken from
 */
record EvenInLambda(Schedule chain, int count) implements Respacing {

    EvenInLambda {
        Respacing.atLeastOne(count);
    }

    @Override
    public int[] timesteps(int trained) {
        Respacing.requireDistinct(count, trained - 1);
        double[] lambda = chain.noising().stream().mapToDouble(Step::lambda).toArray();
        double part = (lambda[trained - 1] - lambda[0]) / count;
        int[] kept = new int[count];
        int t = 0;
        for (int j = 0; j < count; j++) {
            double wanted = lambda[0] + part * (j + 1);
            int after = j == 0 ? 0 : kept[j - 1];
            while (t + 1 < trained && wanted - lambda[t + 1] <= lambda[t] - wanted) { // nearer
                t++;
            }
            int room = trained - count + j; // for those that follow
            t = Math.min(Math.max(t, after + 1), room);
            kept[j] = t;
        }
        return kept;
    }
}

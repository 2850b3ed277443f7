import { resolve } from 'node:path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';

import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';
import { FirstPageBudget } from './tools/webpack/firstPageBudget.mjs';

/** From what Grafana loads first to the Overview's body. */
const FIRST_PAGE = {
  entry: 'module',
  imports: ['./app/initTranslations', './app/App', './overviewBody'],
  kilobytes: 300,
};

const DASHBOARDS = resolve(process.cwd(), 'provisioning/grafana/dashboards/llm-gateway/*.json');

/** All dashboards in one file, which is loaded only where they are to be installed. */
const bundledDashboards = {
  from: DASHBOARDS,
  to: 'dashboards.json',
  transformAll: (assets: Array<{ data: Buffer }>) =>
    JSON.stringify(assets.map(({ data }) => JSON.parse(data.toString('utf8')) as unknown)),
};

const config = async (env: Env): Promise<Configuration> =>
  merge(await grafanaConfig(env), {
    plugins: [
      // The scaffold finds the nested data source but does not copy its images.
      new CopyWebpackPlugin({ patterns: [{ from: 'datasource/img', to: 'datasource/img' }, bundledDashboards] }),
      // What is built for development is neither small nor meant to be.
      ...(env.production ? [new FirstPageBudget(FIRST_PAGE)] : []),
    ],
  });

export default config;

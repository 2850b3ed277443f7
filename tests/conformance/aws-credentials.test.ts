import { type AwsEndpoints, CONTAINER_TOKEN, startAwsEndpoints } from '../support/awsEndpoints.js';
import { TestGateway, configuration } from '../support/gateway.js';
import { bedrockWire } from './providers/wire/bedrock.js';
import { type WireServer, startWires } from './providers/wire/server.js';

let aws: AwsEndpoints;
let bedrock: WireServer;
let gateway: TestGateway;

beforeAll(async () => {
  aws = await startAwsEndpoints();
  bedrock = await startWires({ bedrock: bedrockWire });
  gateway = await TestGateway.start(
    configuration(`
providers: [{ name: bedrock, type: bedrock, region: eu-central-1, base_url: "${bedrock.url}/bedrock" }]
models: [{ name: claude, deployments: [{ provider: bedrock, model: claude }] }]
`),
    {
      env: {
        AWS_SHARED_CREDENTIALS_FILE: '/none',
        AWS_CONFIG_FILE: '/none',
        AWS_CONTAINER_CREDENTIALS_FULL_URI: `${aws.url}/container`,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: CONTAINER_TOKEN,
      },
    }
  );
});
afterAll(async () => {
  await gateway?.remove();
  await bedrock?.stop();
  await aws?.stop();
});

test('a gateway without credentials of its own asks Bedrock as the role of its container', async () => {
  const messages = [{ role: 'user', content: 'scenario:text' }];
  for (const stream of [false, true]) {
    const answer = await gateway.chat({ model: 'claude', messages, stream });
    expect(await answer.text()).toContain('llo');
    const { authorization, 'x-amz-security-token': token } = bedrock.received('bedrock')?.headers ?? {};
    expect(authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDCONTAINER1\/\d+\/eu-central-1\/bedrock\//);
    expect(token).toBe('session-container');
  }
  expect(aws.given.container).toBe(1);
  expect(gateway.output).not.toMatch(/secret-container|session-container/);
});

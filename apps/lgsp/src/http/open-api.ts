import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { EDXML_TYPES, JSON_TYPE } from './body.js';

/** What machines of the operator ask is not part of the door. */
const OPERATIONAL = /^\/(health|metrics)/;

/** The description of the HTTP door, OpenAPI 3.1, made from the door itself. */
export const openApi = (application: INestApplication): OpenAPIObject => {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Liên Thông')
    .setDescription('The HTTP door of a provincial data-sharing bus (LGSP).')
    .setVersion('1')
    .addServer('http://127.0.0.1:8380', 'The embedded platform')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: "The key of a system, or the operator's" },
      'bearer',
    )
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(application, description, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
  });
  document.paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => !OPERATIONAL.test(path)),
  );
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) refine(operation);
  }
  return document;
};

interface Content {
  content?: Record<string, unknown>;
}

interface Operation {
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

/** Nest gives one schema to every media type: a packet is no JSON, and a problem has a type of its own. */
const refine = ({ requestBody, responses = {} }: Operation): void => {
  for (const type of EDXML_TYPES) {
    if (requestBody?.content?.[type] === undefined) continue;
    requestBody.content[type] = { schema: { type: 'string', description: 'QCVN 102:2016/BTTTT' } };
  }
  for (const [status, response] of Object.entries(responses)) {
    const problem = response.content?.[JSON_TYPE];
    if (Number(status) < 400 || problem === undefined) continue;
    response.content = { 'application/problem+json': problem };
  }
};

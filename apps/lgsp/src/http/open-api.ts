import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { EDXML_TYPES, JSON_TYPE } from './body.js';

/** Those that the door takes. */
const METHODS = ['get', 'post', 'put', 'delete'] as const;

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
    for (const method of METHODS) {
      const operation = operations[method];
      if (operation !== undefined) refine(operation);
    }
  }
  return document;
};

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Nest gives one schema to every media type: a packet is no JSON, and a problem has a type of its own. */
const refine = ({ requestBody, responses }: Operation): void => {
  const accepted = contentOf(requestBody);
  for (const type of EDXML_TYPES) {
    if (accepted?.[type] === undefined) continue;
    accepted[type] = { schema: { type: 'string', description: 'QCVN 102:2016/BTTTT' } };
  }
  for (const [status, response] of Object.entries(responses)) {
    const content = contentOf(response);
    const problem = content?.[JSON_TYPE];
    if (Number(status) < 400 || content === undefined || problem === undefined) continue;
    content['application/problem+json'] = problem;
    Reflect.deleteProperty(content, JSON_TYPE);
  }
};

type Content = NonNullable<Extract<Operation['requestBody'], { content: unknown }>['content']>;

const contentOf = (part: object | undefined): Content | undefined =>
  part !== undefined && 'content' in part && isContent(part.content) ? part.content : undefined;

const isContent = (content: unknown): content is Content =>
  typeof content === 'object' && content !== null;
